const YEAR = /[〔[［【（(﹝„]\s*(?:19|20)\d{2}\s*年?\s*[〕\]］】）)﹞‟]/.source;
const CODE = String.raw`[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()·—-]{0,18}?`;
const SERIAL = String.raw`第?\s*\d{1,5}(?:-\d{1,3})?\s*号`;

/**
 * 发文字号: the issuer's code, the year in brackets and the serial, `沪商自贸〔2023〕132号`. The
 * standard (GB/T 9704-2012, 7.2.5) wants 〔〕; [], ［］, 【】 and （） are met as well.
 */
export const DOC_NUMBER = new RegExp(String.raw`${CODE}\s*${YEAR}\s*${SERIAL}`);
/** `豫0923环罚决字〔2024〕7号`: the number of the district in the code of a decision. */
const DECISION = String.raw`[\u4e00-\u9fff]\d{2,6}[\u4e00-\u9fff]{1,10}\s*${YEAR}\s*${SERIAL}`;
const NUMBER_LABEL = String.raw`(?:发文字号|文件编号|文\s*号|编\s*号)?[：:]?\s*`;
/** Beside a number: who signed it off (上行文), the day it was printed. */
const BESIDE = String.raw`(?:签发人.*|会签人.*|(?:19|20)\d{2}[年.-].{3,8})`;
/** `1996年7月22日 某发[1996]127号`, `2004-6-23某发〔2004〕89号`: the day that some papers print before their number. */
const DAY_BEFORE = String.raw`(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})`;
const WHOLE_LINE = new RegExp(
  String.raw`^(?:${DAY_BEFORE}\s*)?${NUMBER_LABEL}(${DOC_NUMBER.source}|${DECISION})\s*${BESIDE}?$`,
);
const BEHIND_SIGNER = new RegExp(String.raw`^签发人[：:]?.{0,12}?\s+(${DOC_NUMBER.source})$`);
const DAY = String.raw`(?:19|20)\d{2}年\d{1,2}月\d{1,2}日`;
const BRACKETED = new RegExp(
  String.raw`^[（(【[]\s*(?:${DAY_BEFORE}\s*)?(${DOC_NUMBER.source})\s*[，,]?\s*(?:${DAY})?\s*[）)】\]]$`,
);
/** 第7号, 公告（第18号）, 国务院令第706号, 2019年第2号: numbers of orders and announcements. */
const ORDER_LINE =
  /^[（(]?((?:[\u4e00-\u9fff]{0,30}(?:令|公告|通告))?[（(]?(?:(?:19|20)\d{2}年|[\d一二三四五六七八九十]{1,3}届)?第?[\d一二三四五六七八九十百〇零]{1,6}号)[）)]?$/;
/** `（2022）第14号`: the number of an announcement that bears a year and no code. */
const YEAR_ALONE = /^[（(〔[](?:19|20)\d{2}年?[）)〕\]]第?\d{1,4}号$/;
/** `（县疫情防控指挥部第1号）`: the number of an announcement with who announces, in a bracket of its own. */
const BODY_AND_NUMBER =
  /^[（(]([\u4e00-\u9fff]{2,30}(?:指挥部|委员会|办公室|小组|政府|[局厅委院])第[\d一二三四五六七八九十百〇零]{1,4}号)[）)]$/;
const ORDER = /第|公告|令|通告|^(?:19|20)\d{2}年/;

/** The number that a line of the head consists of, without inner spaces; null where it is none. */
export function docNumberOfLine(line: string): string | null {
  const text = line.trim();
  if (text.length > 60 || !text.includes('号')) return null;
  const whole = WHOLE_LINE.exec(text) ?? BRACKETED.exec(text) ?? BEHIND_SIGNER.exec(text);
  if (whole) return whole[1]!.replace(/\s+/g, '').replace(/^.*文件(?=.)/, '');
  const squeezed = text.replace(/\s+/g, '');
  if (YEAR_ALONE.test(squeezed)) return squeezed;
  const announced = BODY_AND_NUMBER.exec(squeezed);
  if (announced) return announced[1]!;
  const order = ORDER_LINE.exec(squeezed);
  return order && ORDER.test(order[1]!) ? orderNumber(order[1]!) : null;
}

const DAY_BEHIND = /号[）)\]】，,]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[）)\]】]?$/;
const DAY_IN_FRONT = new RegExp(`^[（(]?(${DAY_BEFORE})(?=\\D.*号)`);

/** `某办函〔2017〕113号 2017年6月2日`: the day beside a number, as printed; null where none stands there. */
export const dayBesideNumber = (squeezedLine: string): string | null =>
  (DAY_BEHIND.exec(squeezedLine) ?? DAY_IN_FRONT.exec(squeezedLine))?.[1] ?? null;

/** True for numbers of orders and announcements, which hold no code: 第7号. */
export const isOrderNumber = (number: string): boolean => !new RegExp(YEAR).test(number);

/** 公告（第18号 gives 第18号: the word before the bracket is the genre. */
function orderNumber(text: string): string {
  return text.replace(/^(?:公告|通告|令|中华人民共和国主席令)?[（(]/, '');
}

/** A code as it stands beside a title: without brackets, which are the title's. */
const BESIDE_TITLE = String.raw`[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z·—-]{0,18}?\s*${YEAR}\s*${SERIAL}`;
const AT_START = new RegExp(String.raw`^[（(【]?(${BESIDE_TITLE})[）)】]?[\s:：]*(?=[《\S])`);
const AT_END = new RegExp(
  String.raw`(?:[（(【]\s*(${BESIDE_TITLE})\s*[）)】]|\s(${BESIDE_TITLE}))\s*$`,
);

/** `…的通知温政办发〔2025〕12号`: nothing between, but the title is whole. */
const BEHIND_KIND = new RegExp(
  String.raw`(?<=的(?:通知|意见|决定|公告|通告|函|批复|报告|请示|通报)|[\u4e00-\u9fff](?:公告|通告|公示))(${BESIDE_TITLE})\s*$`,
);

/** `鲁政发〔2014〕20号《…意见》`, `…的通知（赣府厅字〔2021〕8号）`: a title and its number on one line. */
export function numberBesideTitle(
  line: string,
): { number: string; start: number; end: number } | null {
  if (!line.includes('号')) return null;
  const start = AT_START.exec(line);
  if (start && start[0].length < line.length) {
    const quoted = line.startsWith('《', start[0].length) && /》\s*$/.test(line);
    return {
      number: squeezedNumber(start[1]!),
      start: start[0].length + (quoted ? 1 : 0),
      end: line.trimEnd().length - (quoted ? 1 : 0),
    };
  }
  const end = AT_END.exec(line) ?? BEHIND_KIND.exec(line);
  if (!end || end.index === 0) return null;
  return { number: squeezedNumber(end[1] ?? end[2]!), start: 0, end: end.index };
}

const squeezedNumber = (text: string): string => text.replace(/\s+/g, '');
