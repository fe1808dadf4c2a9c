import { describe, expect, it } from 'vitest';
import { collectReferences, readReferences } from '../../pipeline/extract/references/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const passageOf = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
const read = (text: string): (readonly [string, string | null])[] =>
  readReferences(passageOf(text)).map(({ title, doc_number }) => [title, doc_number]);

describe('readReferences', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string | null])[]])[] = [
    [
      '根据《关于推动12345政务服务便民热线与110报警服务台高效对接联动的意见》（国办发〔2022〕12 号）精神',
      [['关于推动12345政务服务便民热线与110报警服务台高效对接联动的意见', '国办发〔2022〕12号']],
    ],
    [
      '《2023 年促进跨境贸易便利化专项行动部署动员会会议纪要》（署办岸发〔2023〕2 号）和《上海市加强集成创新持续优化营商环境行动方案》（沪府办规〔2023〕1 号），',
      [
        ['2023年促进跨境贸易便利化专项行动部署动员会会议纪要', '署办岸发〔2023〕2号'],
        ['上海市加强集成创新持续优化营商环境行动方案', '沪府办规〔2023〕1号'],
      ],
    ],
    [
      '《关于印发<2023 年上海公安政务公开工作要点>的通知》（沪公指通字〔2023〕93 号）',
      [['关于印发<2023年上海公安政务公开工作要点>的通知', '沪公指通字〔2023〕93号']],
    ],
    [
      '按照《江苏省优化营商环境条例》《行政处罚法》',
      [
        ['江苏省优化营商环境条例', null],
        ['行政处罚法', null],
      ],
    ],
    [
      '依据《政府采购货物和服务招标投标管理办法》（财政部令第87号）',
      [['政府采购货物和服务招标投标管理办法', '财政部令第87号']],
    ],
    ['用好《区域全面经济伙伴关系协定》', [['区域全面经济伙伴关系协定', null]]],
    ['落实《专项方案》（浙政发[2023]5号，以下简称方案）', [['专项方案', '浙政发[2023]5号']]],
    [
      '落实《浙江省专项改革方案》（浙政发[2023]5号，以下简称《方案》）',
      [['浙江省专项改革方案', '浙政发[2023]5号']],
    ],
    ['取消《入境货物检验检疫证明》《进口药品通关单》', []],
    ['办理《道路运输经营许可》《道路运输证》等业务', []],
    ['送达《行政检查通知书》，公开《行政处罚决定书》', []],
    ['登上《浙里改》和《人民日报》', []],
    ['《条例》第三条规定，按《实施方案》执行', []],
    ['现将《台州市优化营商环境政策25条》印发给你们，请认真组织实施。', []],
    ['我局制定了《优化营商环境二十条措施》，现印发给你们。', []],
    ['没有书名号的一句话。', []],
    ['《没有合上的书名号', []],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['根据《专项方案》(浙政发〔2023〕5 号)。', '《专项方案》(浙政发〔2023〕5 号)'],
    ['根据《专项方案》（浙政发〔2023〕5  号）。', '《专项方案》（浙政发〔2023〕5  号）'],
    ['根据《专项方案》（浙政发〔2023〕5号，下同）。', '《专项方案》（浙政发〔2023〕5号'],
  ])('%s: its words end with the bracket that closes behind the number', (text, raw) => {
    const [reference] = collectReferences([passageOf(text)], []);
    expect(reference).toMatchObject({ doc_number: '浙政发〔2023〕5号', raw });
  });

  it('a number that stands behind other words than its title is not its own', () => {
    const text = '根据《优化营商环境条例》和上级（浙政发〔2023〕5号）要求。';
    const [reference] = collectReferences([passageOf(text)], []);
    expect(reference).toMatchObject({ doc_number: null, raw: '《优化营商环境条例》' });
  });

  it('quotes what it read', () => {
    const text = '根据《优化营商环境条例》（国令〔2019〕722号）。';
    const [reference] = readReferences(passageOf(text));
    expect(reference!.raw).toBe('《优化营商环境条例》（国令〔2019〕722号）');
    expect(text.slice(reference!.at.start, reference!.at.end)).toBe(reference!.raw);
  });

  it('passes over many marks that never close', () => {
    expect(read('《'.repeat(20_000))).toEqual([]);
  });
});

describe('collectReferences', () => {
  it('gives each document once, with the number that stands beside it anywhere', () => {
    const found = collectReferences(
      [
        passageOf('贯彻《浙江省公平竞争审查办法》。'),
        passageOf('《浙江省公平竞争审查办法》（浙政办发〔2023〕1号）另有规定的'),
      ],
      [],
    );
    expect(found.map(({ title, doc_number }) => [title, doc_number])).toEqual([
      ['浙江省公平竞争审查办法', '浙政办发〔2023〕1号'],
    ]);
  });

  it('leaves out its own titles, with whatever dash or bracket they are printed', () => {
    const own = ['上海市加强公共卫生体系建设三年行动计划（2023—2025年）'];
    const text = '《上海市加强公共卫生体系建设三年行动计划(2023-2025 年)》已经市政府同意';
    expect(collectReferences([passageOf(text)], own)).toEqual([]);
  });

  it('puts a title together that a block ends in', () => {
    const source = new SourceText('落实《关于改进浙江银行业企业授信联\n合会商工作质效的通知》要求');
    const parts = [
      Passage.of(source, [{ start: 0, end: source.text.indexOf('\n') }]),
      Passage.of(source, [{ start: source.text.indexOf('\n') + 1, end: source.text.length }]),
    ];
    const [reference] = collectReferences(parts, []);
    expect(reference!.title).toBe('关于改进浙江银行业企业授信联合会商工作质效的通知');
    expect(reference!.raw).toContain('\n');
  });
});
