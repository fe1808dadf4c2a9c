import type { Reference } from '../../../schemas/document.js';
import { append } from '../../model/append.js';
import { recordWords } from '../../model/characters.js';
import { squeezed } from './squeeze.js';
import type { ValiditySentence } from './validity.js';

const ABOLISHES = /(?:废止|停止执行|不再执行|停止施行|失效)/g;
const NOT_ABOLISHED =
  /(?:废止|失效)(?:日期|的?(?:规范性文件|文件)?(?:目录|清单|名单)|或)|(?:未|不得|尚未)$/;
/** What stands before the name of a former edition that bears the same title. */
const FORMER = /原|(?:发布|公布|印发|颁布|施行|通过|修订)的$/;
const DONE_BEFORE = /已公布$|已被$/;
const NAMED =
  /《((?:[^《》]|《[^《》]*》)+)》\s*(?:[（(]([^（()）]{0,30}?[〔[［【（(]?(?:19|20)\d{2}[〕\]］】）)]?[^（()）]{0,12}号)[）)])?/g;
/** What a sentence cites before it comes to what it abolishes: 根据《X》， */
const CITED = /(?:根据|按照|依据|依照|为贯彻|落实|执行|适用|见)\s*$/;
const NUMBER = /[一-龥]{1,12}[〔（(［[](?:19|20)\d{2}[〕）)］\]]\s?第?\d{1,5}号/g;
/** Numbers that a sentence ends in before it abolishes: `原X号、Y号（文件）同时`. */
const NUMBERS = new RegExp(
  `(?<=^|[，,。；]|[，,。；]原)(?!原)(?:${NUMBER.source}[、，和及]?)+(?=(?:文件|通知)?(?:均|一并|自行)?(?:同时|相应|即行)?$)`,
);
const MOST = 60;

/** The documents that a sentence abolishes: `《X》（X号）、《Y》同时废止`, `废止《X》`. */
export function abolishedIn(
  { passage, reading }: ValiditySentence,
  titles: readonly string[],
): Reference[] {
  const found: Reference[] = [];
  let from = 0;
  for (const verb of reading.matchAll(ABOLISHES)) {
    if (isOtherwise(reading, verb.index)) continue;
    const clause = reading.slice(from, verb.index);
    const start = from + Math.max(0, clause.search(/(?:施行|实施|执行|生效)[^《]{0,12}[，,；]/));
    for (const match of reading.slice(start, verb.index).matchAll(NAMED)) {
      const at = start + match.index;
      if (found.length >= MOST || CITED.test(reading.slice(from, at))) continue;
      const title = recordWords(squeezed(match[1]!));
      if (
        titles.some(
          (own) =>
            own === title && !match[2] && !FORMER.test(reading.slice(Math.max(from, at - 24), at)),
        )
      )
        continue;
      found.push(referenceOf(passage, at, match, title));
    }
    if (!clause.includes('《')) append(found, numbersIn(passage, reading, from, verb.index));
    from = verb.index + verb[0].length;
    for (const match of objectsAt(reading, from)) {
      if (found.length >= MOST) break;
      found.push(referenceOf(passage, match.index, match, recordWords(squeezed(match[1]!))));
    }
  }
  return found;
}

/** `未废止`, `废止日期`, and `已公布废止`, which another document did. */
const isOtherwise = (reading: string, at: number): boolean =>
  NOT_ABOLISHED.test(reading.slice(Math.max(0, at - 2), at + 14)) ||
  DONE_BEFORE.test(reading.slice(Math.max(0, at - 3), at));

/** `原杭政函〔2019〕19号、杭政办〔2020〕3号同时废止`: named by their numbers alone, which stand for their titles. */
function numbersIn(
  passage: ValiditySentence['passage'],
  reading: string,
  from: number,
  verb: number,
): Reference[] {
  const listed = NUMBERS.exec(reading.slice(from, verb));
  if (listed === null) return [];
  const start = from + listed.index;
  return [...listed[0].matchAll(NUMBER)].map((match) => {
    const number = squeezed(match[0]);
    const { raw, at } = passage.grounding(
      start + match.index,
      start + match.index + match[0].length,
    );
    return { title: number, doc_number: number, raw, at };
  });
}

/** What stands right behind the verb: `废止《X》（X号）和《Y》`, where the sentence itself abolishes it. */
function objectsAt(reading: string, from: number): RegExpExecArray[] {
  const objects: RegExpExecArray[] = [];
  const isNamed = reading.lastIndexOf('《', from - 1) > reading.lastIndexOf('》', from - 1);
  if (isNamed || CITED.test(reading.slice(0, from - 2))) return objects;
  const named = new RegExp(NAMED.source, 'y');
  named.lastIndex = from + /^(?:了|原|原有|施行|执行)*/.exec(reading.slice(from))![0].length;
  for (let match = named.exec(reading); match; match = named.exec(reading)) {
    objects.push(match);
    named.lastIndex += /^[、，和及]?/.exec(reading.slice(named.lastIndex))![0].length;
  }
  return objects;
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
