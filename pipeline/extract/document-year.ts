import type { TextBlock } from '../model/outline.js';
import { FIVE_YEAR_PLANS } from '../values/times/index.js';
import { firstDueYear } from './first-due-year.js';

const YEAR = /(?:19|20)\d{2}(?=\s*(?:[年—–\-~至到]|版))/;

/** What the head of a notice says of its year. */
export interface DatedHead {
  readonly title: string;
  readonly issued_on: string | null;
  readonly doc_number: string | null;
}

/** “十四五”教育发展规划. */
const PLAN = /[“"]十[一二三四五六]五[”"](?=[^，。；]*(?:规划|计划|纲要|方案))/;

/** The first year of the five-year plan that a title names. */
function planYear(title: string): number | null {
  const name = PLAN.exec(title)?.[0].slice(1, -1);
  return name === undefined ? null : (FIVE_YEAR_PLANS.get(name)?.[0] ?? null);
}

/** The year of a number: `温政办发〔2025〕12号` (GB/T 9704-2012 7.2.5). */
const YEAR_OF_NUMBER = /[〔[［【（(]((?:19|20)\d{2})[〕\]］】）)]/;

/** A head in one line: 某市发展改革委文件某发改〔2020〕13号关于…的通知. */
const NUMBER_IN_TITLE =
  /[〔[［【（(]((?:19|20)\d{2})[〕\]］】）)]\s?第?\d{1,5}\s?号(?:[^》]*《|[^》]*$)/;

/**
 * The year that a bare 年底前 counts in: the first in the title, else the year of issue (of the date, else
 * of the number, also one in the title), else that of the compendium's cover, else the first of the five-year plan that the title
 * names, else that of a signature in the midst of a line, else the first in which the text wants something done; null where there is none. Never today's.
 */
export function documentYear(
  { title, issued_on, doc_number }: DatedHead,
  coverYear: number | null,
  text: string,
): number | null {
  const written =
    YEAR.exec(title)?.[0] ??
    issued_on?.slice(0, 4) ??
    YEAR_OF_NUMBER.exec(doc_number ?? '')?.[1] ??
    NUMBER_IN_TITLE.exec(title)?.[1];
  return written
    ? Number(written)
    : (coverYear ?? planYear(title) ?? signedInLine(text) ?? firstDueYear(text));
}

/** …报送国网营销部。某公司营销部2020年10月29日（此件…）: who signs and the day, run on behind the last words. */
const SIGNED_IN_LINE =
  /[。；）)\d一-龥](?:[一-龥]{2,30}(?:公司|部|局|委|厅|办公室|政府|中心|小组|委员会|处|院|会))\s?((?:19|20)\d{2})年\d{1,2}月\d{1,2}日(?=\s*(?:[（(]此件|附件|抄送|联系人|$))/;
const LONGEST_FOOT = 4000;

/** The year of a signature that stands in no line of its own; null where none ends the text. */
function signedInLine(text: string): number | null {
  const year = SIGNED_IN_LINE.exec(text.slice(-LONGEST_FOOT))?.[1];
  return year === undefined ? null : Number(year);
}

const COVER_DATE = /^((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?$/;

/** The year on the cover of a compendium: of a line that is a date, above its first notice. */
export function coverYearOf(blocks: readonly TextBlock[], firstNotice: number): number | null {
  for (const { passage } of blocks) {
    if (passage.length === 0 || passage.sourceOffset(0) >= firstNotice) return null;
    const date = COVER_DATE.exec(passage.reading);
    if (date) return Number(date[1]);
  }
  return null;
}
