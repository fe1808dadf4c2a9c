import type { Basis, Role } from '../../../schemas/task.js';
import { type ResponsibilityVerb, responsibilityVerbs } from '../../annotate/responsibility.js';
import { bodyLabelAtEnd, LEAD_WORDS } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { append } from '../../model/append.js';
import type { Passage } from '../../model/passage.js';
import { closingOf, isOpening } from './brackets.js';
import { type Field, fieldsOf, spansWithin } from './fields.js';
import { leadingNames } from './leading-names.js';
import type { Mention, RoleReading } from './mention.js';
import { type NameSpan, splitNames } from './names.js';
import { type BracketRole, bracketBehind, bracketInFront } from './role-brackets.js';
import type { UnitRule } from './role-readings.js';

/** What makes a body what it is in a clause. */
type RoleReason = Pick<Mention, 'role' | 'basis' | 'rule'>;

/** `市发改委等有关单位牵头做好…`. */
const LEADS_BEHIND = new RegExp(`^(?:等[^，。]{0,10}?)?${LEAD_WORDS}`);

const JOINT =
  /会同|联合(?!会|体|国|社|大学|资信|总会|[一-龥]{0,2}(?:公司|集团))|协同(?!创新|发展|中心)/;

/**
 * Reads a clause's words: `责任单位：A、B；配合单位：C`, `A牵头，B、C等部门配合`, `A会同B负责`,
 * `*A、B`, `A（牵头）、B`, `A、B`. Names are spans of the passage; 牵头 leads, 配合 supports, everything
 * else is responsible.
 * @param cuts offsets at which a line of a table's cell ends and with it a name
 */
export function readRoles(
  passage: Passage,
  start = 0,
  end: number = passage.length,
  cuts: readonly number[] = [],
): RoleReading {
  const mentions: Mention[] = [];
  let etAl = false;
  for (const field of fieldsOf(passage, start, end)) {
    const read = readField(passage, field, cuts);
    append(mentions, read.mentions);
    etAl ||= read.etAl;
  }
  return { mentions: withLeads(mentions), etAl };
}

/** `责任单位：甲，配合单位：乙`, `甲负责，乙配合`: whom others support leads. */
export function withLeads(mentions: readonly Mention[]): readonly Mention[] {
  const supported =
    mentions.some(({ role, basis }) => role === 'support' && basis !== 'asterisk') &&
    !mentions.some(({ role }) => role === 'lead');
  if (!supported) return mentions;
  return mentions.map((mention) =>
    mention.role === 'responsible' && mention.basis !== 'list'
      ? { ...mention, role: 'lead' }
      : mention,
  );
}

/** The mentions of lists that go on one another, whom others support as leads: see `withLeads`. */
export function joinedMentions(lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const joined: Mention[] = [];
  let supported = false;
  let led = false;
  let looked = 0;
  for (const list of lists) {
    for (const mention of list) {
      joined.push(mention);
      supported ||= mention.role === 'support' && mention.basis !== 'asterisk';
      led ||= mention.role === 'lead';
    }
    if (!supported || led) continue;
    for (; looked < joined.length; looked++) {
      const mention = joined[looked]!;
      if (mention.role !== 'responsible' || mention.basis === 'list') continue;
      joined[looked] = { ...mention, role: 'lead' };
      led = true;
    }
  }
  return joined;
}

const NOTHING: RoleReading = { mentions: [], etAl: false };

function readField(passage: Passage, field: Field, cuts: readonly number[]): RoleReading {
  switch (field.label?.kind) {
    case 'time':
    case 'persons':
    case 'other':
      return NOTHING;
    case 'division':
      return readSentences(passage, field);
    default:
      return new FieldReader(passage, field, cuts).read();
  }
}

/** Bodies that open the sentences of a `任务分解：…`; 牵头 behind them makes them lead. */
function readSentences({ reading }: Passage, field: Field): RoleReading {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  let etAl = false;
  for (const sentence of reading.slice(field.start, field.end).matchAll(/[^；;。，,]+/g)) {
    const names = leadingNames(reading, field.start + sentence.index);
    if (names.length === 0) continue;
    const behind = reading.slice(names.at(-1)!.end, names.at(-1)!.end + 16);
    const lead = LEADS_BEHIND.test(behind);
    etAl ||= behind.startsWith('等');
    for (const name of names) {
      const words = reading.slice(name.start, name.end);
      if (seen.has(words)) continue;
      seen.add(words);
      mentions.push({
        ...name,
        role: lead ? 'lead' : 'responsible',
        basis: 'label',
        rule: 'unit.division',
      });
    }
  }
  return { mentions, etAl };
}

/** Reads one field: runs of names, each up to the verb that says what they do. */
class FieldReader {
  private readonly mentions: Mention[] = [];
  private etAl = false;
  private readonly plainRole: Role;
  private readonly labelled: boolean;

  constructor(
    private readonly passage: Passage,
    private readonly field: Field,
    private readonly cuts: readonly number[],
  ) {
    this.labelled = field.label !== null;
    this.plainRole = field.label?.role ?? 'responsible';
  }

  read(): RoleReading {
    const { start, end } = this.field;
    let from = start;
    let sawVerb = false;
    for (const verb of this.verbs()) {
      // Words of duty that open a run say how what follows is done: `按职责分工，A负责…`.
      if (verb.start <= from) continue;
      this.readRun(from, verb);
      sawVerb = true;
      from = verb.end;
    }
    if (from < end && !this.joint(from, end, sawVerb)) this.addPlain(from, end);
    return { mentions: this.withAsterisks(), etAl: this.etAl };
  }

  /** Verbs of the field that no bracket holds and that close what is said. */
  private verbs(): ResponsibilityVerb[] {
    const { reading } = this.passage;
    const { start, end } = this.field;
    const verbs = spansWithin(this.passage.annotation(responsibilityVerbs), start, end);
    if (verbs.length === 0) return verbs;
    const outside: ResponsibilityVerb[] = [];
    let position = start;
    for (const verb of verbs) {
      for (; position < verb.start; position++) {
        if (!isOpening(reading[position]!)) continue;
        const close = closingOf(reading, position, end);
        if (close > 0) position = close;
      }
      if (position === verb.start && (verb.closes || verb.end === end)) outside.push(verb);
    }
    return outside;
  }

  private readRun(from: number, verb: ResponsibilityVerb): void {
    if (verb.role !== 'support') {
      const joint = this.jointAt(from, verb.start);
      if (joint) {
        this.add(from, joint.start, 'lead', 'verb', 'unit.joint');
        this.add(joint.end, verb.start, 'support', 'verb', 'unit.joint');
        return;
      }
    }
    if (verb.role === 'lead' || verb.role === 'support') {
      this.add(from, verb.start, verb.role, 'verb', 'unit.verb');
    } else if (verb.role === 'by_duty') this.addPlain(from, verb.start);
    else this.add(from, verb.start, this.plainRole, 'verb', 'unit.verb');
  }

  /** `A会同B` without a verb. */
  private joint(from: number, end: number, sawVerb: boolean): boolean {
    if (this.labelled || sawVerb) return false;
    const joint = this.jointAt(from, end);
    if (!joint) return false;
    this.add(from, joint.start, 'lead', 'verb', 'unit.joint');
    this.add(joint.end, end, 'support', 'verb', 'unit.joint');
    return true;
  }

  private jointAt(from: number, end: number): NameSpan | null {
    const found = JOINT.exec(this.passage.reading.slice(from, end));
    if (!found || found.index < 2) return null;
    const start = from + found.index;
    return { start, end: start + found[0].length };
  }

  private addPlain(from: number, end: number): void {
    if (this.labelled) this.add(from, end, this.plainRole, 'label', 'unit.label');
    else this.add(from, end, 'responsible', 'list', 'unit.list');
  }

  private add(from: number, end: number, role: Role, basis: Basis, rule: UnitRule): void {
    const { reading } = this.passage;
    const list = splitNames(reading, from, end, this.cuts);
    this.etAl ||= list.etAl;
    const first = this.mentions.length;
    let reason: RoleReason = { role, basis, rule };
    for (const { start, end: nameEnd } of list.names) {
      const name = reading.slice(start, nameEnd);
      const label = unmarkedLabel(name, reading[nameEnd] === ' ');
      if (label) reason = { role: label.role, basis: 'label', rule: 'unit.unmarked-label' };
      const bracket = label ? null : bracketInFront(name);
      if (bracket) reason = reasonBy(bracket.role, { role, basis, rule });
      const length = label?.length ?? bracket?.length ?? 0;
      this.addName({ start: start + length, end: nameEnd }, reason, first);
    }
  }

  /** @param first index of the first body of the run that the name stands in */
  private addName(name: NameSpan, reason: RoleReason, first: number): void {
    if (name.end <= name.start) return;
    const bracket = bracketBehind(this.passage.reading.slice(name.start, name.end));
    if (bracket === null) {
      this.mentions.push({ ...name, ...reason });
      return;
    }
    const { role } = bracket;
    const bare = { start: name.start, end: name.end - bracket.length };
    if (role === 'support') this.support(first);
    if (bare.end > bare.start) this.mentions.push({ ...bare, ...reasonBy(role, reason) });
  }

  /** `A（牵头）、B、C（配合）`: B supports as C does. */
  private support(first: number): void {
    for (let index = this.mentions.length - 1; index >= first; index--) {
      const mention = this.mentions[index]!;
      if (mention.rule === 'unit.bracketed-role') return;
      this.mentions[index] = { ...mention, ...reasonBy('support', mention) };
    }
  }

  /** `*A、B`: the marked ones lead, the others support them. */
  private withAsterisks(): Mention[] {
    const { reading } = this.passage;
    const marked = this.mentions.map(
      ({ start }) => start > this.field.start && /[*★☆▲●]/.test(reading[start - 1]!),
    );
    if (!marked.includes(true)) return this.mentions;
    return this.mentions.map((mention, index) => ({
      ...mention,
      role: marked[index] ? 'lead' : 'support',
      basis: 'asterisk',
      rule: 'unit.asterisk',
    }));
  }
}

function reasonBy(role: BracketRole, plain: RoleReason): RoleReason {
  if (role === 'by_duty' || role === 'responsible') return plain;
  return { role, basis: 'verb', rule: 'unit.bracketed-role' };
}

const UNMARKED = /^[一-龥]{2,8}?(?:单位|部门|处室|科室)\s?(?=[一-龥])/;

/**
 * A label without a colon that a name begins with: `责任单位市住建局`; null where none does.
 * @param apart whether white space parts the name from what follows: `责任单位 市住建局`
 */
function unmarkedLabel(name: string, apart: boolean): { role: Role; length: number } | null {
  if (apart && /^[^各有相其].*(?:单位|部门)$/.test(name)) {
    const whole = bodyLabelAtEnd(name);
    return whole?.start === 0 ? { role: whole.role, length: name.length } : null;
  }
  const label = UNMARKED.exec(name)?.[0];
  const read = label === undefined ? null : bodyLabelAtEnd(label.trimEnd());
  if (label === undefined || read === null || read.start !== 0) return null;
  return looksLikeUnit(name.slice(label.length)) ? { role: read.role, length: label.length } : null;
}
