import type { Reference } from '../../../schemas/document.js';
import { recordWords } from '../../model/characters.js';
import { squeezed } from './squeeze.js';
import type { ValiditySentence } from './validity.js';

const ABOLISHES = /(?:废止|停止执行|不再执行|停止施行|失效)/g;
const NOT_ABOLISHED =
  /(?:废止|失效)(?:日期|的?(?:规范性文件|文件)?(?:目录|清单|名单)|或)|(?:未|不得|尚未)$/;
const NAMED =
  /《((?:[^《》]|《[^《》]*》)+)》\s*(?:[（(]([^（()）]{0,30}?[〔[［【（(]?(?:19|20)\d{2}[〕\]］】）)]?[^（()）]{0,12}号)[）)])?/g;
/** What a sentence cites before it comes to what it abolishes: 根据《X》， */
const CITED = /(?:根据|按照|依据|依照|为贯彻|落实|执行|适用|见)\s*$/;
const MOST = 60;

/** The documents that a sentence abolishes: `《X》（X号）、《Y》同时废止`, `废止《X》`. */
export function abolishedIn(
  { passage, reading }: ValiditySentence,
  titles: readonly string[],
): Reference[] {
  const found: Reference[] = [];
  let from = 0;
  for (const verb of reading.matchAll(ABOLISHES)) {
    if (NOT_ABOLISHED.test(reading.slice(Math.max(0, verb.index - 2), verb.index + 14))) continue;
    const clause = reading.slice(from, verb.index);
    const start = from + Math.max(0, clause.search(/(?:施行|实施|执行|生效)[^《]{0,12}[，,；]/));
    for (const match of reading.slice(start, verb.index).matchAll(NAMED)) {
      const at = start + match.index;
      if (found.length >= MOST || CITED.test(reading.slice(from, at))) continue;
      const title = recordWords(squeezed(match[1]!));
      if (
        titles.some(
          (own) => own === title && !/^.{0,12}原/.test(reading.slice(from, at)) && !match[2],
        )
      )
        continue;
      found.push(referenceOf(passage, at, match, title));
    }
    from = verb.index + verb[0].length;
  }
  return found;
}

function referenceOf(
  passage: ValiditySentence['passage'],
  at: number,
  match: RegExpMatchArray,
  title: string,
): Reference {
  const { raw, at: place } = passage.grounding(at, at + match[0].trimEnd().length);
  return { title, doc_number: match[2] ? squeezed(match[2]) : null, raw, at: place };
}
