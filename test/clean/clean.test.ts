import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { wordSpans } from '../../pipeline/clean/words.js';
import { readTextSource } from '../../pipeline/read/index.js';

const paragraphs = (text: string): string[] =>
  clean(
    readTextSource({ bytes: new TextEncoder().encode(text), name: 'a.txt' }, { encoding: null }),
  ).map((block) => block.passage.text);

/** Lines of a printed page of 80 columns, so that the width of a full line is known. */
const FULL = '为深入贯彻党的二十大精神和中央经济工作会议精神认真落实关于优化营商环境决策部';
const page = (lines: string[]): string => [...lines, ...Array(12).fill(`${FULL}会`)].join('\n');

describe('clean', () => {
  it('drops the spaces that extraction puts around digits, and keeps those between words', () => {
    expect(paragraphs('印发于2023 年6 月13 日，采用 Business Ready (B-READY) 体系。')).toEqual([
      '印发于2023年6月13日，采用Business Ready(B-READY)体系。',
    ]);
  });

  it('reads two stops as one, and leaves dots', () => {
    expect(paragraphs('2025年6月底前完成。。其他事项。。。')).toEqual([
      '2025年6月底前完成。其他事项。。。',
    ]);
  });

  it('joins a short sentence that a page mark cuts, and leaves a headline before it alone', () => {
    const cut = (line: string, next: string): string[] =>
      paragraphs(`各县：\n${line}\n— 1 —\n${next}\n二、抓好落实。`);
    expect(cut('一、加强巡查，储备融雪剂500吨，由市公路中心', '牵头落实，各地配合。')[1]).toBe(
      '一、加强巡查，储备融雪剂500吨，由市公路中心牵头落实，各地配合。',
    );
    expect(cut('一、优化审批流程，提升服务能级', '市发展改革委牵头落实。')[1]).toBe(
      '一、优化审批流程，提升服务能级',
    );
  });

  it('leaves out the title that stands again in the midst of sentences', () => {
    const text = [
      '数字社会建设行动计划',
      '一、到2026年，建成数字社区120个，培育',
      '数字社会建设行动计划',
      '应用场景30个。',
      '二、按季度通报，确保各项',
      '数字社会建设行动计划',
      '任务落到实处。',
    ];
    expect(paragraphs(text.join('\n'))).toEqual([
      '数字社会建设行动计划',
      '一、到2026年，建成数字社区120个，培育应用场景30个。',
      '二、按季度通报，确保各项任务落到实处。',
    ]);
    // Once is no running head.
    expect(paragraphs(text.slice(0, 4).join('\n')).join('')).toContain('培育数字社会建设行动计划');
  });

  it('begins a paragraph with a line that spaces set in from the margin', () => {
    const set = (spaces: string): string[] =>
      paragraphs(page([`${FULL}会`, `${FULL}会`, `${spaces}建设企业综合服务中心`]));
    expect(set('  ')[0]).toBe(`${FULL}会${FULL}会`);
    expect(set('')[0]).toContain(`${FULL}会${FULL}会建设企业综合服务中心`);
  });

  it.each([
    [
      'a line broken after every comma',
      ['在确保安全的基础上，', '对符合条件的企业和商品，', '在口岸实施试点。'],
      '在确保安全的基础上，对符合条件的企业和商品，在口岸实施试点。',
    ],
    [
      'lone punctuation lines',
      ['充分发挥合作机制，', '推进上海港', '“同', '港化”和枢纽建设', '，', '提升能级。'],
      '充分发挥合作机制，推进上海港“同港化”和枢纽建设，提升能级。',
    ],
    [
      'a bracket cut over lines',
      ['简化作业流程，优化服务。（上', '海海关）'],
      '简化作业流程，优化服务。（上海海关）',
    ],
    [
      'a row broken at closing quotation marks, where the next piece ends on a comma',
      ['2.在全市范围内深入推进', '“一业一证一码”', '“证照联办”', '改革，', '拓展事项。'],
      '2.在全市范围内深入推进“一业一证一码”“证照联办”改革，拓展事项。',
    ],
    [
      'a row broken at a book title mark',
      [
        '25.认真贯彻落实《推动经济高质量发展融资担保支持措施》',
        '规定，',
        '在国家、',
        '省关于费率的要求基础上。',
      ],
      '25.认真贯彻落实《推动经济高质量发展融资担保支持措施》规定，在国家、省关于费率的要求基础上。',
    ],
    [
      'words that no paragraph begins with to the quotation before them',
      ['（26）深化“政企直通车”', '等企业走访服务机制，发挥作用。'],
      '（26）深化“政企直通车”等企业走访服务机制，发挥作用。',
    ],
    [
      'a label that stands alone to its headline',
      ['（三）', '开展专项核查并建立动态核查机制。'],
      '（三）开展专项核查并建立动态核查机制。',
    ],
    ['a number that stands alone to its headline', ['3.', '加强审查'], '3.加强审查'],
  ])('joins %s', (_name, lines, expected) => {
    expect(paragraphs(page(lines))[0]).toBe(expected);
  });

  it('joins a word that a page mark cuts, and keeps the mark out of the sentence', () => {
    const text = `# Page 1:\n${page(['推进江海'])}\n\n# Page 2:\n${page(['联运，提升比例。'])}`;
    const found = paragraphs(text);
    expect(found.some((paragraph) => paragraph.includes('会联运，提升比例。'))).toBe(true);
    expect(found.join('')).not.toContain('Page');
  });

  it.each([
    [
      ['一、加强组织领导', '各地要提高认识。'],
      ['一、加强组织领导', '各地要提高认识。'],
    ],
    [
      ['上海市商务委员会', '上海海关', '2023年6月13日'],
      ['上海市商务委员会', '上海海关', '2023年6月13日'],
    ],
    // A headline of two clauses ends before the margin, where the next row has no room left.
    [
      ['一、坚持马上就办，打造便捷高效的政务环境', `${FULL.slice(0, -1)}，`, '推进电子化。'],
      ['一、坚持马上就办，打造便捷高效的政务环境', `${FULL.slice(0, -1)}，推进电子化。`],
    ],
    [
      [
        '（二）优化全程服务机制，提升服务能级',
        '建立项目清单，',
        '加强工作站建设与服务和指导工作的推进。',
      ],
      [
        '（二）优化全程服务机制，提升服务能级',
        '建立项目清单，加强工作站建设与服务和指导工作的推进。',
      ],
    ],
    [
      ['（二）优化全程服务机制，提升服务能级，推动建立', '部门间协作机制。'],
      ['（二）优化全程服务机制，提升服务能级，推动建立部门间协作机制。'],
    ],
    [
      [
        '加强服务保障。（市人社局负责，2023年11月底前完成',
        '12.开展提升行动，建设服务机构（站点）。',
      ],
      [
        '加强服务保障。（市人社局负责，2023年11月底前完成',
        '12.开展提升行动，建设服务机构（站点）。',
      ],
    ],
    [
      ['合肥市优化营商环境行动方案（2023 版', '一、开办企业'],
      ['合肥市优化营商环境行动方案（2023版', '一、开办企业'],
    ],
    [
      ['落实减免政策（详见附件1.税费', '3.社保）要求。'],
      ['落实减免政策（详见附件1.税费3.社保）要求。'],
    ],
    [
      ['责任单位：市发改委、市经信局', '二是强化窗口建设，优化服务。'],
      ['责任单位：市发改委、市经信局', '二是强化窗口建设，优化服务。'],
    ],
    [
      ['1.推进“一网通办”', '各有关部门要按照职责分工，加强协同，提升服务能级。'],
      ['1.推进“一网通办”', '各有关部门要按照职责分工，加强协同，提升服务能级。'],
    ],
    [
      ['责任单位：市发改委、市经信局', '温州市教育局'],
      ['责任单位：市发改委、市经信局', '温州市教育局'],
    ],
    [
      ['责任单位：市发改委、市经信局', '    市教育局、市财政局'],
      ['责任单位：市发改委、市经信局市教育局、市财政局'],
    ],
    [
      ['主办单位：市发改委，市经信局', '', '温州市人民政府办公室'],
      ['主办单位：市发改委，市经信局', '温州市人民政府办公室'],
    ],
    [
      ['责任单位：市发改委、市经信局', '    温州市教育局'],
      ['责任单位：市发改委、市经信局', '温州市教育局'],
    ],
    [
      ['（一）', '（二）优化服务。'],
      ['（一）', '（二）优化服务。'],
    ],
    [
      ['（三）', '附件1'],
      ['（三）', '附件1'],
    ],
  ])('keeps short lines of their own apart: %j', (lines, expected) => {
    expect(paragraphs(page(lines)).slice(0, expected.length)).toEqual(expected);
  });

  it('joins pieces of a row that add up to its width, though one ends a sentence', () => {
    const pieces = [
      '主动接受社会监督，收费目录清单之外一律不得收费。',
      '强化口岸收费检查，畅通举报渠道',
      '并依法查处违法违规收费行为。',
    ];
    const broken = Array.from({ length: 8 }, () => ['短句一，', '短句二。']).flat();
    expect(
      paragraphs([...pieces, '附件', ...Array(6).fill(`${FULL}会`), ...broken].join('\n'))[0],
    ).toBe(pieces.join(''));
  });

  it.each([
    [
      'a row that is short of the others by an indent begins a paragraph behind a full row',
      [`一、${FULL.slice(2)}。`, `${FULL.slice(0, 37)}`, '请于10月底前报送。'],
      [`一、${FULL.slice(2)}。`, `${FULL.slice(0, 37)}请于10月底前报送。`],
    ],
    [
      'a row as wide as the others goes on with it',
      [`一、${FULL.slice(2)}。`, `${FULL}会`, '请于10月底前报送。'],
      [`一、${FULL.slice(2)}。${FULL}会请于10月底前报送。`],
    ],
    [
      'whom to ask is a paragraph of its own',
      [`一、${FULL.slice(2)}。`, '联系人：张三；联系电话：0531-5176。'],
      [`一、${FULL.slice(2)}。`, '联系人：张三；联系电话：0531-5176。'],
    ],
    [
      'a remark in brackets is a paragraph of its own',
      [`一、${FULL.slice(2)}。`, '（由于篇幅太长，省略部分内容）'],
      [`一、${FULL.slice(2)}。`, '（由于篇幅太长，省略部分内容）'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(paragraphs(page(lines)).slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    ['请结合实际，认真贯彻执行', '2021年3月25日', ['请结合实际，认真贯彻执行', '2021年3月25日']],
    ['特此通告', '桐庐县人民政府', ['特此通告', '桐庐县人民政府']],
  ])('keeps the day and the name that sign a letter apart from %s', (above, below, expected) => {
    expect(paragraphs(page([above, below, '关于印发《方案》的通知'])).slice(0, 2)).toEqual(
      expected,
    );
  });

  it('joins a day that a sentence wants', () => {
    const [first] = paragraphs(page(['请结合实际，自', '2021年3月25日', '起执行。']));
    expect(first).toBe('请结合实际，自2021年3月25日起执行。');
  });

  it('takes lines as paragraphs where the text has no printed lines', () => {
    const long = '温州市'.repeat(40);
    expect(paragraphs(`${long}建设。\n${long}推进。\n标题\n正文。`)).toEqual([
      `${long}建设。`,
      `${long}推进。`,
      '标题',
      '正文。',
    ]);
  });

  it('joins a label alone on its line where the text has no printed lines, too', () => {
    const long = '温州市'.repeat(40);
    expect(paragraphs(`${long}建设。\n（三）\n开展专项核查。\n一是核查资质。`)).toEqual([
      `${long}建设。`,
      '（三）开展专项核查。',
      '一是核查资质。',
    ]);
  });

  it('leads every character back to its place in the source', () => {
    const line = fc.stringMatching(/^[一二三。，、（）a-z0-9 ]{1,30}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        fc.pre(lines.some((each) => each.trim().length > 0));
        const read = readTextSource(
          { bytes: new TextEncoder().encode(lines.join('\n')), name: 'a.txt' },
          { encoding: null },
        );
        for (const { passage } of clean(read)) {
          for (let at = 0; at < passage.length; at++) {
            expect(read.source.text[passage.sourceOffset(at)]).toBe(passage.text[at]);
          }
        }
      }),
    );
  });
});

describe('wordSpans', () => {
  it('leaves white space out except between two Latin words', () => {
    const text = ' 6 月 1 日 a b\tc ';
    const words = wordSpans(text, { start: 0, end: text.length });
    expect(words.map(({ start, end }) => text.slice(start, end)).join('')).toBe('6月1日a bc');
  });
});
