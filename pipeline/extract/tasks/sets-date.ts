import { mayEntitleTable } from '../../lexicon/column-heads.js';
import type { Passage } from '../../model/passage.js';
import { explainDeadlines } from '../deadlines/index.js';
import { lasting } from '../deadlines/rules/lasting.js';
import type { ReadingContext } from './extraction.js';

/** How notices open: their reasons, and what they say of themselves. */
const OPENING = /^(?:为|根据|按照|依据|经)/;
const OF_ITSELF = /总体要求|指导思想|以习近平|(?:施行|有效期)/;
/** 上述政策…执行期限至…: how long the paper itself is in force. */
const OWN_TERM = /(?:上述|以上|本)(?:各项)?(?:政策|措施|意见)/;
/** 到2027年，培育示范企业50家: what the opening of a plan sets as its aims. */
const AIMS = /力争|目标|到20\d{2}年(?:底|末)?[，,]/;
/** 请各县于11月24日前报送: what the opening of a short notice asks for. */
const ASKED = /(?:请(?![示求])|(?<![任服业事义公])务(?:必|于|请))[^。；]{0,120}$/;

/** 2025年重点工作责任分解: the title of what stands below it. */
const isTitle = (words: string): boolean =>
  /^[^。；，：！]{4,40}$/.test(words) && mayEntitleTable(words);

/** Whether a paragraph of a directive says by when or how often something is due, and is no opening. */
export function setsDate(paragraph: Passage, context: ReadingContext): boolean {
  const { reading } = paragraph;
  if (context.nature !== 'directive' || OF_ITSELF.test(reading)) return false;
  if (isTitle(reading)) return false;
  const dates = explainDeadlines(paragraph, context).filter(
    ({ value, rule }) =>
      value?.kind === 'by' ||
      value?.kind === 'recurring' ||
      (rule === lasting.id && !OWN_TERM.test(reading)),
  );
  if (!OPENING.test(reading)) return dates.length > 0;
  const reasons = reading.search(/[。；]/);
  return dates.some(({ time }) => {
    const inReasons = reasons < 0 || time.start < reasons;
    return (!inReasons && !AIMS.test(reading)) || ASKED.test(reading.slice(0, time.start));
  });
}
