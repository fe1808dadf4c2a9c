/** What the contents of narrow cells look like, whatever their column is called. */

const YEAR_OR_MONTH = '(?:20\\d{2}年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?|\\d{1,2}月(?:\\d{1,2}日)?)';
const PHASE_PARTS = [
  // 2023-2027年, 2023年12月底前, 到2025年, 自2023年1月1日至2027年12月31日, 2024.06-2024.12
  `(?:力争|于|至|到|自|从)?${YEAR_OR_MONTH}(?:起|开始)?(?:[-—–~～至到]+(?:${YEAR_OR_MONTH}|长期))?`,
  '20\\d{2}[./]\\d{1,2}(?:[./]\\d{1,2})?(?:[-—–~～至到]+20\\d{2}[./]\\d{1,2}(?:[./]\\d{1,2})?)?',
  '(?:第?[一二三四1-4]季度|[上下]半年|全年|年内|年度|年底|年末|月底|月末)',
  '(?:长期|持续|常态化?|分年度|分阶段|适时|即时|立即|近期|中期|远期|中长期|每年|每季度|每月|每半年)',
  '(?:实施|推进|推动|坚持|开展|执行|深化|落实|进行|完成|取得实效|立行立改|实现)',
  '(?:[底末初中内]|之?前|以前|之后|起|并|、|，|；)',
  // 5月底前动工, 9月投入使用: what is reached by then
  '(?<=[月年日底末初中内前])(?:全面|基本)?(?:动工|开工|竣工|完工|建成|投入(?:使用|运营|运行)|投用|启用|交付|通车|启动|见效|达标|验收|上线|到位)',
];
const PHASE_WHOLE = new RegExp(`^(?:${PHASE_PARTS.join('|')})+$`);
const PHASE_FRAGMENT =
  /^[\d年月日底末初中前内起至到—–~～\-./、长期实施持续推进坚持深化开展常态化完成每季度半上下全力争]{1,10}$/;
/** Words that begin a phase but are also said of other things when they stand alone. */
const PHASE_WEAK =
  /^(?:实施|推进|推动|坚持|开展|执行|深化|落实|进行|完成|实现|取得实效|[底末初中内前起并、，；之以]+|\d{1,4})$/;

/** Reads a cell line as a phase (长期实施, 2023年12月底前), or as a part of one (2023-, 施). */
export function readPhaseLine(text: string): 'whole' | 'part' | null {
  if (text.length > 40) return null;
  if (PHASE_WHOLE.test(text) && !PHASE_WEAK.test(text)) return 'whole';
  return PHASE_FRAGMENT.test(text) ? 'part' : null;
}

const PHONE = '(?:(?:\\d{3,4}[-—–]?)?\\d{7,8}(?:[-—–转]\\d{1,6})?|1[3-9]\\d{9}|\\d{6})';
const NAME = '[\\p{Script=Han}·]{2,4}';
const PHONE_LINE = new RegExp(`^(?:电话:?|手机:?)?${PHONE}(?:[、，,/;；]?${PHONE})*$`, 'u');
const NAMED_PHONE_LINE = new RegExp(`^(?:${NAME}[:：，、]?${PHONE}[、，；;]?)+$`, 'u');
const NAME_LINE = new RegExp(`^${NAME}(?:、${NAME})*$`, 'u');

/** Reads a cell line as a telephone number or a name with its number. */
export function readContactLine(text: string): 'phone' | 'named' | null {
  if (text.length > 60) return null;
  if (PHONE_LINE.test(text)) return 'phone';
  return NAMED_PHONE_LINE.test(text) ? 'named' : null;
}

/** Whether a line may be a person's name: two to four Han characters, or several with 、. */
export const mayBeName = (text: string): boolean => text.length <= 20 && NAME_LINE.test(text);

const CHINESE_NUMBER = '[一二三四五六七八九十百]{1,4}';
const GROUP_LABEL = new RegExp(
  `^(?:第${CHINESE_NUMBER}[章节部分]+|${CHINESE_NUMBER}、|专题${CHINESE_NUMBER})`,
);
const BROKEN_ITEM_LABEL = /^（[一二三四五六七八九十百]{1,3}$/;
const ITEM_LABEL = new RegExp(`^[（](${CHINESE_NUMBER})[）]`);

/** Whether a line opens a group: `一、`, `第二部分`. */
export const opensGroup = (text: string): boolean => GROUP_LABEL.test(text);

/** Whether a line opens a work item: `（十一）`, or `（十` where a narrow column breaks the label. */
export const opensWorkItem = (text: string): boolean =>
  ITEM_LABEL.test(text) || BROKEN_ITEM_LABEL.test(text);

/** Whether a line ends a sentence, so that a cell may end with it. */
export const endsSentence = (text: string): boolean => /[。；！？…][”’）]?$/.test(text);

const DIGITS = '零一二三四五六七八九';

/** The number of a work item's label, up to 99: `（二十一）` 21; null where none opens the line. */
export function workItemOrdinal(text: string): number | null {
  const label = ITEM_LABEL.exec(text)?.[1];
  const match = label && /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(label);
  if (!match || (match[1] && match[3] && !match[2])) return null;
  const tens = match[2] ? (match[1] ? DIGITS.indexOf(match[1]) : 1) : 0;
  const ones = match[2] ? match[3]! : match[1]! || match[3]!;
  return tens * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
