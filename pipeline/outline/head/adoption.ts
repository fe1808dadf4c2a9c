import { recordWords } from '../../model/characters.js';
import { dateOfLine } from './date-line.js';
import { withoutRepublic } from './red-head.js';
import { squeezed } from './squeeze.js';

/** What the bracket below a law's title says: who adopted it, the order that published it, and when. */
export interface Adoption {
  readonly docNumber: string | null;
  readonly issuers: readonly string[];
  /** ISO date of the last act that it tells: of publication, or of the last revision. */
  readonly date: string | null;
  readonly words: string;
}

const ADOPTS = /(?:通过|公布|发布|批准|修订|修正|印发|施行)/;
const DAY = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;
const ORDER =
  /(?:以|由)?([\u4e00-\u9fff]{2,24}?)?(?:令|公告)(?:[〔（(](?:19|20)\d{2}年?[〕）)])?第?[\d一二三四五六七八九十百〇零]{1,6}号/;
const LONGEST = 600;

/**
 * `（2025年12月30日经中国证监会委务会议审议通过 2026年2月24日中国证监会令第233号公布 …）`, or the same
 * without brackets, each act on a line: `2017年5月19日 山东省第十二届人民代表大会常务委员会第三十次会议通过`.
 */
export function readAdoption(line: string): Adoption | null {
  const words = squeezed(recordWords(line));
  const bracketed = /^[（(]/.test(words) && /[）)]$/.test(words);
  if (words.length > LONGEST || !ADOPTS.test(words) || !DAY.test(words)) return null;
  if (
    !bracketed &&
    !/^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.*(?:通过|公布|批准|修订|修正|发布|施行)[）)]?[，。]?(?:根据)?$/.test(
      words,
    )
  ) {
    return null;
  }
  const order = ORDER.exec(words.replace(DAYS, ' '));
  return {
    docNumber: order ? order[0].replace(/^[以由]/, '').trim() : null,
    issuers: order?.[1] ? [withoutRepublic(order[1].trim())] : [],
    date: lastAct(words),
    words,
  };
}

const DAYS = new RegExp(DAY.source, 'g');

const ACT = /(?:通过|公布|发布|批准|修订|修正|印发)/;

/** The day of the last act of several: `2018年9月7日…第二次修正`; since when it holds is none. */
function lastAct(words: string): string | null {
  const days = [...words.matchAll(DAYS)];
  const ofActs = days.filter(({ index, 0: day }, at) =>
    ACT.test(words.slice(index + day.length, days[at + 1]?.index)),
  );
  const dates = ofActs.flatMap(({ 0: day }) => dateOfLine(day) ?? []).sort();
  return dates.at(-1) ?? null;
}

/** Two lines of acts as one: the order that published it first, the last day of either. */
export function later(one: Adoption, other: Adoption): Adoption {
  const first = one.docNumber === null ? other : one;
  const dates = [one.date, other.date].filter((date) => date !== null).sort();
  return { ...first, date: dates.at(-1) ?? null, words: one.words + other.words };
}
