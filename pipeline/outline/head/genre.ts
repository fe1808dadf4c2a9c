/**
 * Kinds of documents (文种) as titles name them in their last words. The fifteen of the standard
 * (党政机关公文处理工作条例, 2012, article 8) and the forms that notices carry in practice. The
 * longest one that ends a title is its genre; 若干措施, 若干意见 and 工作要点
 * are 措施, 意见 and 要点.
 */
const GENRES: readonly string[] = [
  ...['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示'],
  ...['批复', '议案', '函', '纪要', '令', '答复', '复函'],
  ...['指导意见', '实施意见', '工作意见'],
  ...['方案', '实施方案', '行动方案', '工作方案', '活动方案', '改革方案', '分工方案', '总体方案'],
  ...['创新方案', '计划', '行动计划', '工作计划', '规划', '纲要', '要点', '措施', '举措', '政策'],
  ...['条例', '办法', '规定', '细则', '实施细则', '规程', '规则', '准则', '规范', '制度', '机制'],
  ...['标准', '指南', '指引', '手册', '目录', '清单', '举措表', '任务书', '倡议书', '公约'],
];
const BY_LENGTH = [...GENRES].sort((a, b) => b.length - a.length);
/** Brackets that follow the genre in a title: （试行）, （2023版）, （征求意见稿）, （2023—2025年）. */
const TRAILING_BRACKETS = /(?:[（(〔][^（()）〔〕]{0,20}[）)〕])+$|[（(]\d{4}[^（()）]{0,12}$/;
/** 优化营商环境政策25条, 二十条措施: a count that takes the genre's place or follows it. */
const TRAILING_COUNT = /[\d一二三四五六七八九十百]+[条项]$/;

function bareTitle(title: string): string {
  return title
    .replace(TRAILING_BRACKETS, '')
    .replace(/[》〉]+$/, '')
    .replace(TRAILING_BRACKETS, '')
    .replace(TRAILING_COUNT, '');
}

/** The genre that a title ends in, null where it names none. */
export function genreOf(title: string): string | null {
  const bare = bareTitle(title);
  return BY_LENGTH.find((genre) => bare.endsWith(genre) && bare.length > genre.length) ?? null;
}

/** Last words of titles that name no genre of notices: of replies, reports, lists, guides and laws. */
const OTHER_ENDINGS =
  /(?:一号文件|答复意见|[的帖]?回复|决定书|名单|公示|总结|预算|决算|预算公开|决算公开|解读|问答|问题|[\d一二三四五六七八九十]+问|流程|须知|简介|说明|启事|声明|简报|讲话|章程|解释|预案|专项行动|(?:发展|提升|促进|攻坚|攻坚战|整治|改革|创建|关爱)行动|表|法|详解|攻略|台账|意见书|公约|守则|清册|条件|程序|要求|预警(?:信号|信息)?)$/;

/** Whether words end as a title does: in a genre, or in a word that ends titles of other documents. */
export function endsTitle(text: string): boolean {
  if (genreOf(text) !== null) return true;
  const bare = bareTitle(text);
  return bare.length > 5 && OTHER_ENDINGS.test(bare);
}

/** Whether a title, or none, leaves open what kind of text it is of. */
export const namesNoKind = (title: string): boolean => title === '' || !endsTitle(title);

/** `（2019修订）`: what a collection of laws puts behind a title, which the text itself does not. */
export const revisionOf = (title: string): string =>
  /[（(](?:19|20)\d{2}年?(?:修订|修正|修改)[）)]$/.exec(title)?.[0] ?? '';

const DRAFT = /征求意见稿|送审稿|讨论稿|审议稿|[（(]草案|公开征求.{0,60}意见的/;

/** `draft` for 征求意见稿, 草案, 送审稿 in a title or in the lines beside it. */
export function stageOf(titleLines: string): 'draft' | 'final' {
  return DRAFT.test(titleLines) ? 'draft' : 'final';
}

const LAW_GENRES = new Set([
  '条例',
  '办法',
  '规定',
  '细则',
  '实施细则',
  '规则',
  '规程',
  '制度',
  '准则',
]);

/** True for the genres whose text is articles (第一条 …) when it is law-like. */
export function isLawGenre(genre: string | null): boolean {
  return genre !== null && LAW_GENRES.has(genre);
}
