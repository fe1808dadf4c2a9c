import { type FieldLabel, fieldLabels } from '../../annotate/field-labels.js';
import { marks } from '../../annotate/marks.js';
import { USUAL_WORD } from '../../lexicon/responsibility.js';
import { firstIndex } from '../../model/first-index.js';
import type { Annotator, Passage } from '../../model/passage.js';
import { decide } from '../../model/rule.js';
import type { Span } from '../../model/source-text.js';
import { Bracket } from './bracket.js';
import { closingOf, isClosing } from './brackets.js';
import { type Clause, shiftedClause } from './clause.js';
import { clauseOf, shareOfBodies } from './clause-of.js';
import { blanketIn } from './conventions.js';
import { dashLines, mayHoldDashLines } from './dash-lines.js';
import { joinedMentions } from './roles.js';
import { BRACKET_RULES } from './rules/brackets.js';

/** A bracket that is no clause, and the rule that says so. */
export interface PassedBracket extends Span {
  readonly rule: string;
}

export interface ClausesFound {
  /** In the order of the text; none overlaps another. */
  readonly clauses: readonly Clause[];
  readonly passed: readonly PassedBracket[];
  /** Whether its last words go on in what follows: an open bracket, a list that ends in 、. */
  readonly goesOn: boolean;
}

/** Longest words of a clause; a bracket that holds more is no clause. */
const LONGEST = 900;
const LONGEST_UNCLOSED = 200;
const UNCLOSED_CLAUSE = new RegExp(
  `^[^。]*${USUAL_WORD}[^。]*$|^[^。：]{0,6}(?:单位|部门|处室|科室)：[^。]*$`,
);
/** A bracket up to this length that is no clause holds none either. */
const SHORT_BRACKET = 30;
const LIST_GOES_ON = /[、，：；]$/;

/**
 * The responsibility clauses of a passage: brackets that hold nothing but bodies and roles
 * (`（市商务委、上海海关）`, `（责任单位：…）`, `（甲牵头，乙配合）`), labelled lists without brackets
 * (`责任单位：…`) and sentences that make bodies responsible for other tasks. Read once a paragraph.
 */
export const clauses: Annotator<ClausesFound> = {
  name: 'clauses',
  read: readClauses,
  slice: (found, start, end) => ({
    clauses: found.clauses
      .filter((clause) => clause.start >= start && clause.end <= end)
      .map((clause) => shiftedClause(clause, -start)),
    passed: found.passed
      .filter((bracket) => bracket.start >= start && bracket.end <= end)
      .map((bracket) => ({ ...bracket, start: bracket.start - start, end: bracket.end - start })),
    goesOn: false,
  }),
  join: (found, offsets, whole) => {
    if (found.slice(0, -1).some(({ goesOn }) => goesOn)) return readClauses(whole);
    return {
      clauses: joinedLines(
        found.flatMap(({ clauses: own }, index) =>
          own.map((clause) => shiftedClause(clause, offsets[index]!)),
        ),
      ),
      passed: found.flatMap(({ passed }, index) =>
        passed.map(({ rule, start, end }) => ({
          rule,
          start: start + offsets[index]!,
          end: end + offsets[index]!,
        })),
      ),
      goesOn: found.at(-1)?.goesOn ?? false,
    };
  },
};

/** The responsibility clauses of a passage, in order. */
export const clausesOf = (passage: Passage): readonly Clause[] =>
  passage.annotation(clauses).clauses;

const NOTHING: ClausesFound = { clauses: [], passed: [], goesOn: false };

/** Whether a passage can hold a clause without brackets: most do not. */
const mayHoldLines = (passage: Passage): boolean =>
  passage.annotation(fieldLabels).length > 0 ||
  passage.annotation(marks).unclosed.length > 0 ||
  mayHoldDashLines(passage.reading) ||
  MAY_BE_BLANKET.test(passage.reading);

function readClauses(passage: Passage): ClausesFound {
  const brackets = bracketsOf(passage);
  if (brackets.length === 0 && !mayHoldLines(passage)) return NOTHING;
  const { reading, breaks } = passage;
  const paragraphs = new Set(breaks);
  const found: Clause[] = [];
  const passed: PassedBracket[] = [];
  let done = 0;
  for (const { open, close } of brackets) {
    if (open < done || close - open > LONGEST) continue;
    const decision = decide(BRACKET_RULES, new Bracket(passage, open, close, paragraphs))!;
    if (decision.value) found.push(decision.value);
    else
      passed.push({ start: open, end: Math.min(close + 1, passage.length), rule: decision.rule });
    if (decision.value || close - open < SHORT_BRACKET) done = close + 1;
  }
  const outside = outsideOf(found);
  const lines = [...labelledLines(passage, outside), ...dashLines(passage, outside)];
  const sentences = blanketSentences(passage, outside);
  const { unclosed } = passage.annotation(marks);
  return {
    clauses: joinedLines(outermost([...found, ...lines, ...sentences])),
    passed,
    goesOn:
      unclosed.length > 0 || (lines.at(-1)?.end === reading.length && LIST_GOES_ON.test(reading)),
  };
}

/** The brackets of a passage by their opening marks; one that the print forgot to close ends with its paragraph. */
function bracketsOf(passage: Passage): { open: number; close: number }[] {
  const { reading, breaks } = passage;
  const { enclosures, unclosed } = passage.annotation(marks);
  const closed = enclosures
    .filter(({ kind, start }) => kind === 'bracket' || '〈<'.includes(reading[start]!))
    .map(({ start, end }) => ({ open: start, close: end - 1 }));
  if (unclosed.length === 0) return closed;
  let next = 0;
  const open = unclosed.flatMap((start) => {
    while (next < breaks.length && breaks[next]! <= start) next++;
    const close = closeOfUnclosed(reading, start, breaks[next] ?? reading.length);
    return close < 0 ? [] : [{ open: start, close }];
  });
  return [...closed, ...open].sort((a, b) => a.open - b.open);
}

/**
 * What closes a bracket that nothing in its paragraph closes: its mark in the next one, where a page or a line
 * parts them; the first mark of another make (`（责任单位：…〕`); else the paragraph's end.
 */
function closeOfUnclosed(reading: string, open: number, paragraphEnd: number): number {
  if (!/[（〔【[［〈<]/.test(reading[open]!) || /[（〔【[［]/.test(reading[open + 1] ?? ''))
    return -1;
  const across = closingOf(reading, open, Math.min(reading.length, open + LONGEST));
  if (across > 0) return across;
  const limit = Math.min(paragraphEnd, open + LONGEST_UNCLOSED + 1);
  let depth = 0;
  for (let position = open + 1; position < limit; position++) {
    const character = reading[position]!;
    if (/[（〔【[［〈<]/.test(character)) depth++;
    else if (isClosing(character) && --depth < 0) {
      return UNCLOSED_CLAUSE.test(reading.slice(open + 1, position)) ? position : -1;
    }
  }
  if (limit < paragraphEnd) return -1;
  return UNCLOSED_CLAUSE.test(reading.slice(open + 1, paragraphEnd)) ? paragraphEnd : -1;
}

/** Labelled lists without brackets. */
function labelledLines(passage: Passage, outside: (start: number) => boolean): Clause[] {
  const labels = passage.annotation(fieldLabels);
  const lines: Clause[] = [];
  let covered = -1;
  const behind = behindPersons(labels);
  labels.forEach(({ start, opens }, index) => {
    if (start < covered || !opens || !outside(start)) return;
    const ofBodies = behind[index]!;
    const label = labels[ofBodies]!;
    if (!isOfBodies(label)) return;
    const end = lineEnd(passage, label, labels.slice(ofBodies + 1, ofBodies + 6));
    const place = { start, end, innerStart: start, innerEnd: end };
    const clause = clauseOf(passage, place, 'label', 'unit.line-label');
    if (clause.mentions.length === 0 && !clause.blanket) return;
    const isMarked = !/[一-龥]/.test(passage.reading[label.end - 1]!);
    const isSure = label.kind !== 'unknown_bodies' && isMarked;
    const needed = isSure && isNameList(clause) ? Number.MIN_VALUE : isSure ? 0.5 : 1;
    if (clause.mentions.length > 0 && shareOfBodies(passage, clause) < needed) return;
    lines.push(clause);
    covered = end;
  });
  return lines;
}

/** Words as short as names, several of them: a list though most of them read as no bodies. */
const isNameList = ({ mentions, unreadNames }: Clause): boolean =>
  mentions.length + unreadNames.length > 1 &&
  [...mentions, ...unreadNames].every(({ start, end }) => end - start <= LONGEST_PLAIN_NAME);

const LONGEST_PLAIN_NAME = 12;

/**
 * For each label the index of its own, or of the one behind its persons and theirs:
 * `牵头负责领导：…。牵头责任单位：…`.
 */
function behindPersons(labels: readonly FieldLabel[]): number[] {
  const behind = labels.map((_, index) => index);
  for (let index = labels.length - 2; index >= 0; index--) {
    const { kind, end } = labels[index]!;
    if (kind !== 'persons' || labels[index + 1]!.start - end > LONGEST_PERSONS) continue;
    behind[index] = behind[index + 1]!;
  }
  return behind;
}

const isOfBodies = ({ kind, opens }: FieldLabel): boolean =>
  opens && (kind === 'bodies' || kind === 'division' || kind === 'unknown_bodies');

const LONGEST_PERSONS = 40;

/** A list ends with its sentence, or with its paragraph where no label opens the next one. */
function lineEnd(
  { reading, breaks }: Passage,
  label: FieldLabel,
  following: readonly FieldLabel[],
): number {
  const longest = Math.min(reading.length, label.start + LONGEST);
  const stop = reading.slice(label.end, longest).indexOf('。');
  const limit = stop < 0 ? longest : label.end + stop;
  for (let next = firstIndex(breaks, (at) => at > label.start); next < breaks.length; next++) {
    const position = breaks[next]!;
    if (position >= limit) break;
    if (reading.slice(label.end, position).trim() === '') continue;
    if (LIST_GOES_ON.test(reading.slice(position - 1, position))) continue;
    if (following.some(({ start, kind }) => start === position && kind !== 'other')) continue;
    return position;
  }
  return limit;
}

const MAY_BE_BLANKET = /不再|均需|均由|均包|[为是系](?:各项|以下|上述)/;

/** Sentences outside of clauses that make bodies responsible for other tasks. */
function blanketSentences(passage: Passage, outside: (start: number) => boolean): Clause[] {
  if (!MAY_BE_BLANKET.test(passage.reading)) return [];
  return passage.annotation(marks).sentences.flatMap(({ start, end }) => {
    const blanket = blanketIn(passage.reading.slice(start, end));
    if (!blanket || blanket.start > LONGEST_OPENING || !outside(start + blanket.start)) return [];
    const place = { start, end, innerStart: start, innerEnd: end };
    const clause = clauseOf(passage, place, 'blanket', 'unit.blanket-sentence');
    return clause.blanket && clause.blanket.mentions.length > 0
      ? [{ ...clause, mentions: [] }]
      : [];
  });
}

/** What may stand before a blanket in its sentence: `注：`, `说明：`. */
const LONGEST_OPENING = 6;

/** Clauses in the order of the text, without those inside another: `牵头单位：市发改委（审改办、大数据局）`. */
function outermost(found: readonly Clause[]): Clause[] {
  const sorted = [...found].sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return sorted.filter((clause) => {
    const apart = clause.start >= end;
    if (apart) end = clause.end;
    return apart;
  });
}

/** Whether a place lies in none of the clauses; they are looked up by their starts. */
function outsideOf(found: readonly Clause[]): (place: number) => boolean {
  const sorted = [...found].sort((one, other) => one.start - other.start);
  let reached = 0;
  const ends = sorted.map(({ end }) => {
    reached = Math.max(reached, end);
    return reached;
  });
  return (place) => {
    const behind = firstIndex(sorted, ({ start }) => start > place);
    return behind === 0 || ends[behind - 1]! <= place;
  };
}

/** Labelled lines right behind each other are one clause: `牵头责任单位：…。` `协同责任单位：…。` */
function joinedLines(found: readonly Clause[]): Clause[] {
  const runs: Clause[][] = [];
  for (const clause of found) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last?.form === 'label' && clause.form === 'label' && clause.start - last.end <= 1;
    if (goesOn) runs.at(-1)!.push(clause);
    else runs.push([clause]);
  }
  return runs.map(joined);
}

function joined(run: readonly Clause[]): Clause {
  const first = run[0]!;
  const last = run.at(-1)!;
  if (first === last) return first;
  return {
    ...first,
    end: last.end,
    innerEnd: last.innerEnd,
    mentions: joinedMentions(run.map(({ mentions }) => mentions)),
    etAl: run.some(({ etAl }) => etAl),
    blanket: run.find(({ blanket }) => blanket)?.blanket ?? first.blanket,
    leads: run.find(({ leads }) => leads)?.leads ?? first.leads,
    unknownLabels: run.flatMap(({ unknownLabels }) => unknownLabels),
    unreadNames: run.flatMap(({ unreadNames }) => unreadNames),
  };
}
