/** What a head says, however it is printed. */
export interface Head {
  readonly issuers: readonly string[];
  readonly about: string;
  /** The title below the names, over its printed lines. */
  readonly lines: readonly string[];
  readonly number: string;
  readonly to: string;
  readonly day: string;
  readonly hanDay: string;
  readonly iso: string;
  readonly region: string;
}

/** Three letters: of one body, of three, of the centre. */
export const HEADS: readonly Head[] = [
  {
    issuers: ['温州市教育局'],
    about: '关于做好2025年义务教育阶段学校招生工作的通知',
    lines: ['关于做好2025年义务教育', '阶段学校招生工作的', '通知'],
    number: '温教发〔2025〕12号',
    to: '各县（市、区）教育局，市直各学校：',
    day: '2025年3月5日',
    hanDay: '二〇二五年三月五日',
    iso: '2025-03-05',
    region: '温州市',
  },
  {
    issuers: ['浙江省财政厅', '浙江省教育厅', '浙江省人力资源和社会保障厅'],
    about: '关于印发《浙江省学前教育普惠扩容实施方案（2025—2027年）》的通知',
    lines: ['关于印发《浙江省学前教育普惠', '扩容实施方案（2025—2027年）》', '的通知'],
    number: '浙财教〔2025〕8号',
    to: '各市、县（市、区）财政局、教育局、人力资源和社会保障局：',
    day: '2025年11月20日',
    hanDay: '二〇二五年十一月二十日',
    iso: '2025-11-20',
    region: '浙江省',
  },
  {
    issuers: ['国家发展改革委办公厅'],
    about: '关于进一步完善政府和社会资本合作项目管理的意见',
    lines: ['关于进一步完善', '政府和社会资本合作项目管理的', '意见'],
    number: '发改办投资〔2024〕227号',
    to: '各省、自治区、直辖市发展改革委：',
    day: '2024年10月9日',
    hanDay: '二〇二四年十月九日',
    iso: '2024-10-09',
    region: '全国',
  },
];

const BODY = [
  '为深入贯彻落实党的二十大精神，进一步做好有关工作，切实保障人民群众的合法权益，推动各项任务落到实处，经研究，现将有关事项通知如下。',
  '一、加强组织领导。各地要高度重视，把这项工作摆上重要议事日程，明确责任分工，细化工作措施，确保各项工作落实到位。',
  '二、强化监督检查。2026年6月底前完成全面检查，发现问题及时整改，并将检查情况于7月10日前报送。',
];

/** The title with the names in front. */
export const title = ({ issuers, about }: Head): string => issuers.join('') + about;
const letter = (h: Head): string[] => [title(h), h.number, h.to, ...BODY, ...h.issuers, h.day];
const file = ({ issuers }: Head): string[] => [...issuers.slice(0, -1), `${issuers.at(-1)}文件`];
const wrapped = (line: string, width: number): string[] =>
  line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

/** Ways in which people print, save and paste a letter, a line each. */
const LINES: Readonly<Record<string, (h: Head) => string[]>> = {
  'line under line': letter,
  'blank lines between': (h) => letter(h).flatMap((line) => [`　　${line}`, '']),
  CRLF: (h) => letter(h).map((line) => `${line}\r`),
  'no-break spaces': (h) => letter(h).map((line) => `\u00a0\u00a0${line}`),
  'names on lines of their own': (h) => [
    ...h.issuers,
    h.about,
    h.number,
    h.to,
    ...BODY,
    h.issuers.join(' '),
    h.day,
  ],
  'a title over three lines': (h) => [
    ...h.issuers,
    ...h.lines,
    h.number,
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
    '（此件公开发布）',
  ],
  'a red head': (h) => [
    ...file(h),
    h.number,
    ...h.issuers,
    h.about,
    h.to,
    ...BODY,
    h.issuers.join('  '),
    h.hanDay,
  ],
  'grade, urgency and signer': (h) => [
    '000123',
    '机密★1年',
    '特急',
    ...file(h),
    `${h.number}　　签发人：张某某`,
    title(h),
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
    '抄送：市委各部门。',
    `${h.issuers[0]}办公室 ${h.day}印发`,
  ],
  'the number in brackets above the recipients': (h) => [
    title(h),
    `（${h.number}）`,
    h.to,
    ...BODY,
    ...h.issuers,
    h.hanDay,
  ],
  'the number behind the title': (h) => [
    `${title(h)}（${h.number}）`,
    `来源：${h.issuers[0]} 时间：2025-12-25 11:20 字号：【大 中 小】`,
    h.to,
    ...BODY,
    `${h.issuers.join(' ')} ${h.day}`,
  ],
  'a seal that is lent': (h) => [
    title(h),
    h.number,
    h.to,
    ...BODY,
    ...h.issuers.slice(0, -1),
    `${h.issuers.at(-1)}（代章）`,
    h.day,
  ],
  'fields in one line': (h) => [
    '您当前的位置：首页 > 政务公开 > 政策文件 > 部门文件',
    `索引号：002482226/2025-00123 主题分类：教育 发文机关：${h.issuers.join(' ')} 成文日期：${h.day} 文号：${h.number}`,
    title(h),
    '发布时间：2025-12-25 10:12 来源：本网 浏览次数：123 字体：[大 中 小]',
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
    '附件下载',
    '分享到：',
    '【打印】【关闭】',
    '上一篇：某某通知',
    '下一篇：某某公告',
  ],
  'label and value on lines of their own': (h) => [
    ...['首页', '>', '政务公开', '索引号', '002482226/2025-00123', '发文字号', h.number],
    ...['发文机关', h.issuers.join('、'), '成文日期', h.iso, '有效性', '有效'],
    title(h),
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
  ],
  'a field a line': (h) => [
    '当前位置：首页>信息公开',
    '索 引 号：002482226/2025-00123',
    `发文机关：${h.issuers.join('　')}`,
    `文    号：${h.number}`,
    `名    称：${title(h)}`,
    '发布日期：2025年12月25日',
    '',
    title(h),
    '',
    h.to,
    ...BODY,
    h.issuers.join('　'),
    h.day,
    '扫一扫在手机打开当前页',
    '主办：某某市人民政府办公室 承办：某某市大数据局',
    '浙ICP备05000000号',
  ],
  'fields parted by tabs': (h) => [
    `索引号\t0024/2025-1\t发文机关\t${h.issuers.join(' ')}`,
    `文号\t${h.number}\t成文日期\t${h.day}`,
    title(h),
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
  ],
  'a menu, and the title twice': (h) => [
    '某某市人民政府门户网站',
    '网站首页 政务公开 办事服务 互动交流',
    '登录 注册',
    title(h),
    '日期：2025-12-25',
    '作者：',
    '来源：',
    '浏览量：88',
    ...h.issuers,
    h.about,
    h.number,
    h.to,
    ...BODY,
    ...h.issuers,
    h.day,
    '相关链接',
  ],
  'an account that reposts it': (h) => [
    '重磅！新政来了',
    '原创 某某发布 2025-12-25 08:00',
    '收录于合集',
    ...letter(h),
    '来源：某某发布',
  ],
  'the first words of news': (h) => [
    `近日，${h.issuers[0]}印发《${h.about}》，全文如下：`,
    ...letter(h),
  ],
  'attachments above and below the names': (h) => [
    title(h),
    h.number,
    h.to,
    ...BODY,
    '附件：1.任务分工表',
    '      2.联系人名单',
    '',
    ...h.issuers,
    h.day,
    '附件1',
    '任务分工表',
  ],
  'rows of 28 characters': (h) => [
    ...wrapped(title(h), 24),
    h.number,
    ...wrapped(h.to, 28),
    ...BODY.flatMap((line) => wrapped(`　　${line}`, 28)),
    ...h.issuers.map((name) => `　　　　　　${name}`),
    `　　　　　　${h.day}`,
  ],
  'one paragraph': (h) => [
    `${h.issuers.at(-1)}文件${h.number}${title(h)}${h.to}${BODY.join('')}${h.issuers.join('')}${h.day}`,
  ],
};

const paragraphs = (h: Head): string =>
  [h.to, ...BODY, ...h.issuers, h.day].map((line) => `<p>　　${line}</p>`).join('');

/** Files of other formats. */
const FILES: Readonly<Record<string, { name: string; text: (h: Head) => string }>> = {
  Markdown: {
    name: 'a.md',
    text: (h) =>
      [`# ${title(h)}`, `**${h.number}**`, h.to, ...BODY, ...h.issuers, h.day].join('\n\n'),
  },
  'Markdown with front matter': {
    name: 'a.md',
    text: (h) =>
      [
        `---\ntitle: "${title(h)}"\ndate: 2025-12-25\n---`,
        `## ${title(h)}`,
        `> 文号：${h.number}\n> 来源：官网`,
        h.to,
        ...BODY,
        h.issuers.join(' '),
        h.day,
      ].join('\n\n'),
  },
  'a page with a table of fields': {
    name: 'a.html',
    text: (h) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title(h)}_某某网</title></head><body><div><a>首页</a><a>政务公开</a></div><table><tr><td>索引号：</td><td>0024/2025-1</td><td>文号：</td><td>${h.number}</td></tr><tr><td>发文机关：</td><td>${h.issuers.join(' ')}</td><td>成文日期：</td><td>${h.day}</td></tr></table><h1>${title(h)}</h1><div><span>发布时间：2025-12-25</span><span>来源：本网</span><span>字体：大 中 小</span></div><div id="zoom">${paragraphs(h)}</div><div>上一篇：<a>无</a></div><div>【打印】【关闭】</div></body></html>`,
  },
  'a page of lines': {
    name: 'a.html',
    text: (h) =>
      `<html><head><meta charset="utf-8"><title>x</title></head><body><center><b>${[...h.issuers, ...h.lines].join('<br>')}</b><br>${h.number}</center><br>${[h.to, ...BODY, ...h.issuers, h.day].join('<br>')}</body></html>`,
  },
};

/** Each way with the name of a file of its format. */
export const RENDERINGS = [
  ...Object.entries(LINES).map(([way, lines]) => ({
    way,
    name: 'a.txt',
    text: (h: Head) => `${lines(h).join('\n')}\n`,
  })),
  ...Object.entries(FILES).map(([way, { name, text }]) => ({ way, name, text })),
];
