import { describe, expect, it } from 'vitest';
import { readHead } from '../../pipeline/outline/head/index.js';
import { noticeOf } from './notice-text.js';

describe('readHead of a transmittal in a compendium', () => {
  const head = readHead(
    noticeOf(
      [
        '2. 常州市自然资源和规划局关于印发优化营商环境行动方案的',
        '通知（2023 年5 月12 日）',
        '常自然资规发〔2023〕109 号',
        '溧阳市局、金坛区局、各分局，机关各处室，局属各事业单位：',
        '现印发给你们，请结合实际认真贯彻落实。',
        '附件1：常州市自然资源和规划局优化营商环境行动方案',
        '附件2：领导小组成员名单',
        '常州市自然资源和规划局',
        '2023 年5 月11 日',
        '公开方式：主动公开',
        '附件1：',
        '常州市自然资源和规划局优化营商',
        '环境行动方案',
        '一、总体要求',
        '附件2：领导小组成员名单',
        '组长：某某',
      ],
      {
        title: '常州市自然资源和规划局关于印发优化营商环境行动方案的通知',
        date: '2023-05-12',
        section: '江苏',
      },
    ),
  );

  it('reads every element', () => {
    expect(head).toMatchObject({
      title: '常州市自然资源和规划局关于印发优化营商环境行动方案的通知',
      carries: ['常州市自然资源和规划局优化营商环境行动方案'],
      doc_number: '常自然资规发〔2023〕109号',
      issuers: ['常州市自然资源和规划局'],
      issued_on: '2023-05-11',
      stage: 'final',
      genre: '通知',
      region: '常州市',
      recipients: '溧阳市局、金坛区局、各分局，机关各处室，局属各事业单位',
      lawLike: false,
      bodyStart: 4,
      attachments: [
        { block: 10, title: '常州市自然资源和规划局优化营商环境行动方案' },
        { block: 14, title: '领导小组成员名单' },
      ],
    });
  });

  it('tells the frame from the body', () => {
    expect(head.roles).toEqual([
      ...['title', 'title', 'doc_number', 'recipients', 'body', 'attachment_list'],
      ...['attachment_list', 'signature', 'signature', 'note', 'attachment_heading'],
      ...['carried_title', 'carried_title', 'body', 'attachment_heading', 'body'],
    ]);
  });
});

describe('readHead of a text that stands alone', () => {
  it('joins a title over lines and drops the draft mark', () => {
    const head = readHead(
      noticeOf([
        '温州市全面构建“有感服务、无感监管”新体系',
        '助力打造营商环境最优市实施方案',
        '（征求意见稿）',
        '为深入贯彻落实市委市政府决策部署，特制定本方案。',
      ]),
    );
    expect(head).toMatchObject({
      title: '温州市全面构建“有感服务、无感监管”新体系助力打造营商环境最优市实施方案',
      stage: 'draft',
      genre: '实施方案',
      region: '温州市',
      issuers: [],
      issued_on: null,
      doc_number: null,
      bodyStart: 3,
    });
  });

  it('finds a draft mark that cleaning joined to the title', () => {
    const head = readHead(
      noticeOf(['温州市全面构建新体系|助力打造营商环境最优市实施方案|（征求意见稿）', '一、目标']),
    );
    expect(head.title).toBe('温州市全面构建新体系助力打造营商环境最优市实施方案');
    expect(head.stage).toBe('draft');
  });

  it('reads a web page with its properties', () => {
    const head = readHead(
      noticeOf([
        '索 引 号：',
        '000014349/2018-00217',
        '发文字号：',
        '国办发〔2018〕121号',
        '主 题 词：',
        '国务院办公厅关于加快发展',
        '体育竞赛表演产业的指导意见',
        '国办发〔2018〕121号',
        '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
        '一、总体要求',
        '国务院办公厅            ',
        '2018年12月11日          ',
        '（此件公开发布）',
      ]),
    );
    expect(head).toMatchObject({
      title: '国务院办公厅关于加快发展体育竞赛表演产业的指导意见',
      issuers: ['国务院办公厅'],
      issued_on: '2018-12-11',
      region: '全国',
      bodyStart: 9,
      properties: { index_number: '000014349/2018-00217', subject: null, published_on: null },
    });
  });

  it('reads a title whose first line is the body that issues', () => {
    const head = readHead(
      noticeOf([
        '温州市人民政府办公室',
        '关于严格规范涉企行政检查的实施方案',
        '各县（市、区）人民政府：',
        '一、目标',
      ]),
    );
    expect(head.title).toBe('温州市人民政府办公室关于严格规范涉企行政检查的实施方案');
    expect(head.issuers).toEqual(['温州市人民政府办公室']);
  });

  it('reads joint signatures, two names a line, and leaves out who lends the seal', () => {
    const head = readHead(
      noticeOf([
        '关于开展专项行动的通知',
        '各相关单位：',
        '特此通知。',
        '上海市财政局上海海事局',
        '山东省社会信用体系建设领导小组办公室（山东省发展和改革委员会',
        '中国人民银行济南分行代章）',
        '二〇二三年四月十日',
      ]),
    );
    expect(head.issuers).toEqual([
      '上海市财政局',
      '上海海事局',
      '山东省社会信用体系建设领导小组办公室',
    ]);
    expect(head.issued_on).toBe('2023-04-10');
  });

  it('reads the proclamation of a law', () => {
    const head = readHead(
      noticeOf(
        [
          '6. 浙江省促进中小微企业发展条例（2023 年1 月16 日）',
          '浙江省第十四届人民代表大会第一次会议',
          '公告',
          '第7 号',
          '《浙江省促进中小微企业发展条例》已于2023 年1 月16 日通过。',
          '目录',
          '第一章 总则',
          '第二章 附则',
          '第一章 总则',
          '第一条 为了促进发展。',
          '第二条 适用本条例。',
          '第三条 遵循原则。',
        ],
        { title: '浙江省促进中小微企业发展条例', date: '2023-01-16', section: '浙江' },
      ),
    );
    expect(head).toMatchObject({
      doc_number: '第7号',
      issuers: ['浙江省第十四届人民代表大会第一次会议'],
      issued_on: '2023-01-16',
      lawLike: true,
      carries: [],
    });
    expect(head.roles.slice(5, 9)).toEqual(['contents', 'contents', 'contents', 'body']);
  });

  it('knows a list of attachments behind what was left out', () => {
    const { roles } = readHead(
      noticeOf([
        '关于做好甲事的通知',
        '各有关单位：',
        '一、做好甲事。',
        '（略）附件：1.时限目标',
        '2.相关表格样式（参照）',
      ]),
    );
    expect(roles.slice(2)).toEqual(['body', 'attachment_list', 'attachment_list']);
  });

  it('gives no title to a table without one', () => {
    const head = readHead(
      noticeOf(['附件：', '195', '序号', '总体', '任务', '重点工作 温州市目标 温州市落实举措']),
    );
    expect(head).toMatchObject({
      title: '',
      genre: null,
      titlePassage: null,
      region: null,
      place: '温州市',
    });
  });

  it('takes nothing from an empty text', () => {
    expect(readHead(noticeOf([]))).toMatchObject({ title: '', bodyStart: 0, roles: [] });
  });
});

describe('readHead: what is carried', () => {
  it.each([
    ['某市关于印发《甲方案》《乙办法（试行）》的通知', ['甲方案', '乙办法（试行）']],
    [
      '关于转发市卫生健康委等四部门制订的《三年行动计划（2023—2025年）》的通知',
      ['三年行动计划（2023—2025年）'],
    ],
    ['关于印发《关于转发〈某意见〉的实施办法》的通知', ['关于转发〈某意见〉的实施办法']],
    ['某市关于印发2023年工作要点的通知', ['2023年工作要点']],
    ['某市关于加快解决历史遗留问题的通知', []],
    ['某市优化营商环境条例', []],
  ])('%s', (title, expected) => {
    const notice = noticeOf([`1. ${title}`, '正文。'], { title, date: null, section: null });
    expect(readHead(notice).carries).toEqual(expected);
  });
});

describe('readHead of dates that no calendar has', () => {
  const head = readHead(
    noticeOf(
      [
        '县教育局关于印发奖励办法的通知',
        '各学校：',
        '本办法自2025年2月30日起施行，有效期至2027年6月31日。',
        '县教育局',
        '2025年4月31日',
      ],
      { title: '县教育局关于印发奖励办法的通知', date: null, section: null },
    ),
  );

  it('reads none of them, and no rule decides', () => {
    expect(head).toMatchObject({ issued_on: null, effective_on: null, expires_on: null });
    expect(head.rules).toMatchObject({ issued_on: null, effective_on: null, expires_on: null });
    expect(head.issuers).toEqual(['县教育局']);
  });

  it('warns of each at its place', () => {
    expect(head.warnings.map(({ code, at }) => [code, at?.start])).toEqual([
      ['date_impossible', 60],
      ['date_impossible', 25],
      ['date_impossible', 43],
    ]);
  });
});
