import { RESPONSIBILITY_VERB } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';

const MONTH_OR_DAY = '\\d{1,2}月(?:\\d{1,2}[日号]|[底末初]|[上中下]旬)?';
const TIME = `(?:(?:(?:19|20)\\d\\d年)?${MONTH_OR_DAY}|(?:19|20)\\d\\d年[底末]?|年[底内])(?:之?前)?`;
const TIME_AT_END = new RegExp(`${TIME}$`);
const BRACKET = /[（(]([^（()）]{1,60})[)）]$/;
/** What a bracket behind a name says of the work or of whom to call, not of the body. */
const NOT_ITS_NAME = new RegExp(
  [
    `^${TIME}$`,
    '联系人|联系电话|电话[:：]?|手机|\\d{3,4}-\\d{7,8}|\\d{7,11}',
    `^(?:分别|共同)?(?:${RESPONSIBILITY_VERB})第?\\d`,
    '^(?:资金|经费|技术|后勤|安全|用地|要素|人员|物资)保障$',
  ].join('|'),
);

/** Length of what stands behind a body's name and is no part of it: `县城管局（6月底前）`, `县交通局9月底前`. */
export function lengthBehindName(words: string): number {
  const bracket = BRACKET.exec(words);
  const behind =
    bracket && NOT_ITS_NAME.test(bracket[1]!) ? bracket[0] : TIME_AT_END.exec(words)?.[0];
  if (!behind) return 0;
  return looksLikeUnit(words.slice(0, -behind.length)) ? behind.length : 0;
}
