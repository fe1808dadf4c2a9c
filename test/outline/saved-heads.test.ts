import { describe, expect, it } from 'vitest';
import { dateOfLine } from '../../pipeline/outline/head/date-line.js';
import { dayBesideNumber, docNumberOfLine } from '../../pipeline/outline/head/doc-number.js';
import { readHead } from '../../pipeline/outline/head/index.js';
import { readRedHeadLine } from '../../pipeline/outline/head/red-head.js';
import { PageLines, pageFacts } from '../../pipeline/outline/head/web-properties.js';
import { withoutRunInField } from '../../pipeline/outline/notices/field-behind-title.js';
import { noticeOf, sourceOf } from './notice-text.js';

const BODY = '为做好有关工作，现将有关事项通知如下。';

describe('a number with its day in front', () => {
  it.each([
    ['1996年7月22日 某发[1996]27号', '某发[1996]27号', '1996年7月22日'],
    ['2004-6-23某政发〔2004〕9号', '某政发〔2004〕9号', '2004-6-23'],
    ['某办函〔2017〕13号2017年6月2日', '某办函〔2017〕13号', '2017年6月2日'],
    ['1996年7月22日印发', null, null],
  ])('%s', (line, number, day) => {
    expect(docNumberOfLine(line)).toBe(number);
    expect(dayBesideNumber(line.replace(/\s/g, ''))).toBe(day);
  });

  it('gives the date where nobody signs', () => {
    const head = readHead(
      noticeOf([
        '某市财政局关于加强票据管理的通知',
        '1996年7月22日 某财发[1996]27号',
        '各县财政局：',
        BODY,
      ]),
    );
    expect(head).toMatchObject({ doc_number: '某财发[1996]27号', issued_on: '1996-07-22' });
  });
});

describe('dateOfLine of a zero typed as a letter', () => {
  it.each([
    ['二oo四年五月十九日', '2004-05-19'],
    ['二OO四年五月十九日', '2004-05-19'],
    ['二xx四年五月十九日', null],
  ])('%s → %s', (line, date) => {
    expect(dateOfLine(line)).toBe(date);
  });
});

describe('withoutRunInField', () => {
  it.each([
    [
      '海关总署公告2008年第3号颁布时间:2008-02-01 为方便船舶办理手续，现公告如下。',
      ['海关总署公告2008年第3号', '颁布时间:2008-02-01', '为方便船舶办理手续，现公告如下。'],
    ],
    [
      '关于做好春耕工作的通知发布日期：2020年3月1日',
      ['关于做好春耕工作的通知', '发布日期：2020年3月1日'],
    ],
    ['申请人应当写明发布日期：2020年3月1日', ['申请人应当写明发布日期：2020年3月1日']],
  ])('%s', (line, parts) => {
    const [block] = sourceOf([line]).blocks;
    expect(withoutRunInField(block!).map(({ passage }) => passage.text)).toEqual(parts);
  });
});

describe('an announcement called by its number', () => {
  it('has body, number and nature', () => {
    const head = readHead(
      noticeOf([
        '海关总署公告2008年第3号',
        '颁布时间：2008-02-01',
        '为方便船舶办理手续，决定简化申报。',
        '特此公告。',
      ]),
    );
    expect(head).toMatchObject({
      title: '海关总署公告2008年第3号',
      doc_number: '海关总署公告2008年第3号',
      issuers: ['海关总署'],
      nature: 'announcement',
    });
    expect(head.rules).toMatchObject({ title: 'head.title-number' });
  });

  it('leaves the title of an announcement that has one', () => {
    const head = readHead(
      noticeOf([
        '海关总署公告2008年第3号',
        '关于简化船舶申报手续的公告',
        '为方便船舶办理手续，决定简化申报。',
      ]),
    );
    expect(head).toMatchObject({
      title: '关于简化船舶申报手续的公告',
      doc_number: '海关总署公告2008年第3号',
    });
  });
});

describe('fields of a page without colons, or with labels that nobody knows', () => {
  it.each([
    [
      '文号 某审发〔2022〕2号 成文日期: 2022年10月27日',
      { doc_number: '某审发〔2022〕2号', issued_on: '2022-10-27' },
    ],
    ['状态:有效 发布日期:2004-05-19', { doc_number: null, published_on: '2004-05-19' }],
    ['文件名称 某市关于加强管理的通知', { title: '某市关于加强管理的通知' }],
  ])('%s', (line, facts) => {
    const page = new PageLines();
    expect(page.take(line)).toBe(true);
    expect(pageFacts(page.values)).toMatchObject(facts);
  });

  it.each(['会议由局长主持，发布日期:2004-05-19', '文件名称 应当简明准确'])(
    'no fields: %s',
    (line) => {
      expect(new PageLines().take(line)).toBe(false);
    },
  );
});

describe('names on one line with marks between them', () => {
  it.each([
    ['财政部、司法部', ['财政部', '司法部']],
    ['各县财政局、司法局', null],
  ])('%s', (line, names) => {
    const { blocks } = sourceOf([line, BODY]);
    expect(readRedHeadLine(blocks, 0)?.issuers ?? null).toEqual(names);
  });

  it('are no part of the title that a page prints alone', () => {
    const title = '关于返还有关基金的通知';
    const head = readHead(
      noticeOf([
        title,
        '时间：2024-07-09 来源：某资料网',
        '财政部、司法部',
        title,
        '财政部、司法部',
        '一、按实际交纳数返还。',
      ]),
    );
    expect(head).toMatchObject({ title, issuers: ['财政部', '司法部'] });
  });
});

describe('readHead of what answers', () => {
  it.each([
    ['某省人民政府办公厅关于同意设立试验区的函', '你市的请示收悉。经研究，现函复如下：', 'reply'],
    [
      '某市水务局关于水库加固工程的准予行政许可决定书',
      '你单位的申请收悉。经审查，符合条件。',
      'reply',
    ],
    ['某省民政厅关于开展年度检查的函', '根据有关规定，开展年度检查。', 'directive'],
  ])('%s is %s', (title, text, nature) => {
    expect(readHead(noticeOf([title, '某市人民政府：', text])).nature).toBe(nature);
  });
});

describe("readHead below a site's headline", () => {
  const lines = [
    '某市交警:今日起禁行',
    '新闻资讯',
    '交通管制通告',
    '因道路施工，现决定对某大道实行禁行措施。',
  ];
  it('takes the 通告 that the text says it is', () => {
    const head = readHead(noticeOf([...lines, '特此通告！', '某市公安局', '2024年11月9日']));
    expect(head).toMatchObject({ title: '交通管制通告', nature: 'announcement' });
  });
});

describe('readHead of a number below the text', () => {
  const title = '关于秋季学期开学的通知';
  it.each([
    [`某院办〔2023〕6号 ${title}`, '某院办〔2023〕6号'],
    ['某院办〔2023〕6号 关于放假的通知', null],
  ])('%s → %s', (line, number) => {
    const head = readHead(noticeOf([title, '各学院：', BODY, '一、按时返校。', line]));
    expect(head.doc_number).toBe(number);
  });
});

describe('readHead with the title once more and a day behind it', () => {
  it('reads on to the number', () => {
    const title = '某市人民政府关于印发城市管理规定的通知';
    const head = readHead(
      noticeOf([
        title,
        '发布日期：2004-05-19',
        '发布部门：某市人民政府',
        `${title}（2004/06/23）`,
        '某政发〔2004〕9号',
        '各县：',
        BODY,
      ]),
    );
    expect(head).toMatchObject({ title, doc_number: '某政发〔2004〕9号' });
  });
});
