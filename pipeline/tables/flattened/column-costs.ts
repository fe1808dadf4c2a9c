import {
  endsSentence,
  mayBeName,
  opensGroup,
  opensWorkItem,
  readContactLine,
  readPhaseLine,
} from './cell-forms.js';
import type { Fragment } from './fragment.js';
import type { ColumnKind } from './header-vocabulary.js';
import type { FieldSignals } from './signals.js';

/** What is known of a line before it has a column; read once a line. */
export interface LineTraits {
  readonly fragment: Fragment;
  readonly unit: boolean;
  /** Whether it ends a unit's name that the line before begins (…市税 / 务局). */
  readonly unitTail: boolean;
  /** Whether it begins a unit's name that the next lines end (州住房城乡 / 建设局). */
  readonly unitHead: boolean;
  readonly lead: boolean;
  readonly phase: 'whole' | 'part' | null;
  readonly contact: 'phone' | 'named' | null;
  /** A name that a telephone number follows. */
  readonly named: boolean;
  readonly mayBeName: boolean;
  readonly group: boolean;
  readonly item: boolean;
  readonly ends: boolean;
  readonly running: boolean;
  /** Whether a bracket or quotation mark is left open. */
  readonly opened: boolean;
  /** Whether it begins with a mark that no cell begins with. */
  readonly cannotBegin: boolean;
}

const CANNOT_BEGIN = /^[，。；：、）》”？！]/;
const OPENED = /[（《“][^）》”]*$/;
/** A bracket is looked for in this many characters at a line's end. */
const LONGEST_OPEN = 80;

/** Reads what each line looks like. */
export function traitsOf(lines: readonly Fragment[], signals: FieldSignals): LineTraits[] {
  return lines.map((fragment, index) => {
    const { text } = fragment;
    const next = lines[index + 1];
    const name = mayBeName(text);
    const unit = looksLikeUnits(text, signals);
    return {
      fragment,
      unit,
      unitTail: !unit && index > 0 && endsUnit(lines[index - 1]!.text, text, signals),
      unitHead: !unit && beginsUnit(lines, index, signals),
      lead: text.startsWith('*'),
      phase: readPhaseLine(text),
      contact: readContactLine(text),
      named: name && next !== undefined && readContactLine(next.text) === 'phone',
      mayBeName: name,
      group: opensGroup(text),
      item: opensWorkItem(text),
      ends: endsSentence(text),
      running: /[，。；：！？%]/.test(text),
      opened: OPENED.test(text.slice(-LONGEST_OPEN)),
      cannotBegin: CANNOT_BEGIN.test(text),
    };
  });
}

/** Whether a line is one unit's name, or several with 、 between them. */
function looksLikeUnits(text: string, signals: FieldSignals): boolean {
  if (text.length > 80) return false;
  const bare = text.replace(/^\*/, '');
  return (
    signals.looksLikeUnit(bare) ||
    (/[、，；]/.test(bare) &&
      bare.split(/[、，；]/).every((name) => name === '' || signals.looksLikeUnit(name)))
  );
}

/** Whether the last name of a line and the first of the next are one unit's name. */
function endsUnit(before: string, text: string, signals: FieldSignals): boolean {
  if (before.length > 80 || text.length > 80 || /[。；：]/.test(text)) return false;
  const head = before.slice(before.lastIndexOf('、') + 1).replace(/^\*/, '');
  const tail = text.split('、', 1)[0]!;
  return !signals.looksLikeUnit(head) && signals.looksLikeUnit(head + tail);
}

/** A name goes over at most this many lines. */
const MOST_NAME_LINES = 3;

/** How a name begins that is no end of another: 市财政局, 人民银行市分行. */
const OWN_NAME = /^(?:[省市区县州各](?![场长])|国家|中国|人民|人行|国网)/;

/** Whether the last name of a line and the next lines up to a mark are one unit's name. */
function beginsUnit(lines: readonly Fragment[], index: number, signals: FieldSignals): boolean {
  const { text } = lines[index]!;
  if (text.length > 30 || /[。；：，]/.test(text)) return false;
  let name = text.slice(text.lastIndexOf('、') + 1);
  for (let at = index + 1; at < lines.length && at < index + MOST_NAME_LINES; at++) {
    const line = lines[at]!;
    if (line.label !== null || line.text.length > 30) return false;
    const tail = line.text.split('、', 1)[0]!;
    if (OWN_NAME.test(tail) && signals.looksLikeUnit(tail)) return false;
    name += tail;
    if (signals.looksLikeUnit(name)) return true;
    if (tail.length < line.text.length) return false;
  }
  return false;
}

/** Cost of a line that cannot stand in a column; at and above it a line is unplaced. */
export const ASTRAY = 5;

type Cost = (line: LineTraits) => number;

/** How ill a line fits a column of each kind; 0 and below fits. */
export const LINE_COST: Readonly<Record<ColumnKind, Cost>> = {
  number: () => ASTRAY * 2,
  group: (line) => (line.group ? -3 : 0) + (line.item ? 3 : 0) + narrowCost(line),
  item: (line) => (line.item ? -3 : 0) + (line.group ? 1 : 0) + narrowCost(line),
  goal: (line) => bodyCost(line),
  measure: (line) => bodyCost(line),
  phase: (line) => (line.phase === 'whole' ? -2 : line.phase === 'part' ? 0 : ASTRAY),
  unit: unitCost,
  contact: (line) => {
    if (line.contact !== null) return -3;
    if (line.named) return -2.5;
    return line.mayBeName && !line.unit ? 1.5 : ASTRAY;
  },
  other: (line) => 1 + (line.lead || line.contact ? ASTRAY : 0) + (line.unit ? 0.5 : 0),
};

function narrowCost(line: LineTraits): number {
  const { fragment } = line;
  return (
    (line.lead || line.contact !== null ? ASTRAY : 0) +
    (fragment.label !== null ? 3 : 0) +
    (line.phase === 'whole' ? 2.5 : line.phase === 'part' ? 0.7 : 0) +
    (line.named ? 2 : 0) +
    (line.ends ? 2 : line.running ? 0.7 : 0) +
    (line.unit || line.unitHead ? 0.8 : 0)
  );
}

function bodyCost(line: LineTraits): number {
  const { fragment } = line;
  return (
    0.2 +
    (line.lead || line.contact !== null ? ASTRAY : 0) +
    (line.named ? 2.5 : 0) +
    (line.unit && fragment.label === null ? 2 : line.unitHead ? 0.8 : 0) +
    (line.phase === 'whole' ? 1.5 : line.phase === 'part' ? 0.7 : 0) +
    (line.group ? 2.5 : 0) +
    (line.item ? 1.5 : 0) +
    (fragment.label !== null ? -1 : 0) +
    (line.running ? -0.5 : 0)
  );
}

function unitCost(line: LineTraits): number {
  const { fragment } = line;
  if (line.lead) return -3;
  if (line.contact !== null || fragment.label !== null) return ASTRAY;
  if (line.unit) return -1.5;
  if (line.unitTail || line.unitHead) return -0.5;
  if (line.phase === 'whole') return 3;
  if (line.group || line.item) return 4;
  if (/[。；：！？%]|\d{4}年|\d月/.test(fragment.text)) return ASTRAY;
  const long = fragment.width > 20 ? 3 : 0;
  return 0.5 + long + (line.named ? 2.5 : 0) + (/[，]/.test(fragment.text) ? 1.5 : 0);
}
