import { z } from 'zod';
import {
  DeadlineKind,
  IsoDate,
  Nature,
  QuantityRole,
  TargetOperator,
  UnitLevel,
} from '../../schemas/index.js';
import type { BodyNames, NamedBody } from './body-names.js';
import { COLLECTIONS, type CollectionName } from './collections.js';
import { type Bound, textsOf } from './sql.js';

/** One way to narrow a collection: what it takes, and the condition that it makes. */
interface Filter {
  readonly schema: z.ZodType<Bound | undefined>;
  condition(value: Bound, bind: (value: Bound) => string): string;
}

/** Characters of a value: nobody asks for more in good faith. */
const MOST = 200;

const text = (meaning: string): z.ZodType<string> => z.string().min(1).max(MOST).describe(meaning);

/** A number as it stands in an address. */
export const numberText = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,9})?$/, 'a number')
  .transform(Number)
  .pipe(z.number());

/** `true` or `false`, as it stands in an address. */
export const booleanText = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .pipe(z.boolean());

/** A column that is exactly so. */
const is = (column: string, schema: z.ZodType<Bound>): Filter => ({
  schema,
  condition: (value, bind) => `${column} = ${bind(value)}`,
});

const atLeast = (column: string, schema: z.ZodType<Bound>): Filter => ({
  schema,
  condition: (value, bind) => `${column} >= ${bind(value)}`,
});

const atMost = (column: string, schema: z.ZodType<Bound>): Filter => ({
  schema,
  condition: (value, bind) => `${column} <= ${bind(value)}`,
});

/** Documents are counted once, as exports count them, unless copies are asked for. */
const COPIES: Filter = {
  schema: booleanText
    .default(false)
    .describe('Whether copies of a notice (copy_of) are given too.'),
  condition: (value) => (value === true ? 'true' : 'copy_of IS NULL'),
};

const date = (meaning: string): z.ZodType<string> => IsoDate.describe(meaning);

const IN_DOCUMENT: Readonly<Record<string, Filter>> = {
  document: is('document_id', text('Id of the document.')),
  region: is('region', text('Place whose government the document binds: 温州市.')),
  nature: is('nature', Nature.describe('What the document does.')),
  issued_from: atLeast('issued_on', date('First day of issue.')),
  issued_to: atMost('issued_on', date('Last day of issue.')),
};

/** A filter whose condition depends on others: `conditionOf` makes it. */
const together = (schema: Filter['schema']): Filter => ({ schema, condition: () => 'true' });

/** What the words of a search are looked for in, and whether any of them is enough. */
const search = (where: string): Readonly<Record<'q' | 'any', Filter>> => ({
  q: together(
    text(
      `Words that all stand in ${where}, with blanks between: "two words" as they stand, -word for what is not there; a body's short or full name finds both.`,
    ),
  ),
  any: together(booleanText.optional().describe('Whether any of the words of q is enough.')),
});

const UNIT_ROLES = ['lead', 'first_listed', 'support', 'responsible'] as const;

const ROLE = together(
  z
    .enum(UNIT_ROLES)
    .describe(
      'Part of the body: lead, support and responsible as the text says; first_listed where it names no lead and lists it first.',
    ),
);

const FILTERS: Readonly<Record<CollectionName, Readonly<Record<string, Filter>>>> = {
  documents: {
    ...search('title, number or issuers'),
    number: is('doc_number', text('发文字号 as printed, without blanks.')),
    region: IN_DOCUMENT.region!,
    nature: IN_DOCUMENT.nature!,
    genre: is('genre', text('文种: 通知, 实施方案 …')),
    stage: is('stage', z.enum(['draft', 'final']).describe('draft for 征求意见稿.')),
    issued_from: IN_DOCUMENT.issued_from!,
    issued_to: IN_DOCUMENT.issued_to!,
    copies: COPIES,
  },
  tasks: {
    ...search('title, text or names of bodies'),
    unit: together(text('A body by its id, official name or a name used for it.')),
    role: ROLE,
    ...IN_DOCUMENT,
    due_from: together(date('A deadline ends on this day or later.')),
    due_to: together(date('A deadline ends on this day or earlier.')),
    deadline: {
      schema: z
        .enum([...DeadlineKind.options, 'none'])
        .describe('A deadline of this kind; none: no deadline.'),
      condition: (value, bind) =>
        value === 'none' ? 'len(kinds) = 0' : `list_contains(kinds, ${bind(value)})`,
    },
    lead_basis: is(
      'lead_basis',
      z.enum(['explicit', 'first-listed']).describe('How who leads is known.'),
    ),
    changed_since: atLeast(
      'since',
      z.iso.datetime().describe('Tasks that are new, or have changed, since this time (UTC).'),
    ),
    copies: COPIES,
  },
  targets: {
    ...search('indicator or words'),
    task: {
      schema: text('Id of a task that it applies to.'),
      condition: (value, bind) => `list_contains(task_ids, ${bind(value)})`,
    },
    ...IN_DOCUMENT,
    op: is('op', TargetOperator.describe('At least, at most, exactly, or a change.')),
    measure: is('measure', text('Unit of measure as written: 亿元.')),
    value_from: atLeast('value', numberText.describe('Least value, in its own unit of measure.')),
    value_to: atMost('value', numberText.describe('Largest value, in its own unit of measure.')),
    due_from: atLeast('due', date('To be reached on this day or later.')),
    due_to: atMost('due', date('To be reached on this day or earlier.')),
    copies: COPIES,
  },
  quantities: {
    ...search('indicator or words'),
    task: {
      schema: text('Id of the task that holds it.'),
      condition: (value, bind) => `list_contains(task_ids, ${bind(value)})`,
    },
    ...IN_DOCUMENT,
    role: is('role', QuantityRole.describe('What the number is.')),
    measure: is('measure', text('Unit of measure as written: 亿元.')),
    value_from: atLeast('value', numberText.describe('Least value, in its own unit of measure.')),
    value_to: atMost('value', numberText.describe('Largest value, in its own unit of measure.')),
    copies: COPIES,
  },
  units: {
    ...search('one of its names'),
    region: is('region', text('Place the body belongs to.')),
    level: is('level', UnitLevel.describe('Level of government.')),
    group: is('is_group', booleanText.describe('Whether the name means several bodies.')),
  },
};

/** The ways to narrow a collection, with what each takes. */
export const filterSchemas = (name: CollectionName): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(FILTERS[name]).map(([key, { schema }]) => [
      key,
      schema instanceof z.ZodDefault ? schema : schema.optional(),
    ]),
  );

/** The conditions that asked-for values make, joined; a search and the parts of bodies are asked for apart. */
export function conditionOf(
  name: CollectionName,
  asked: Readonly<Record<string, unknown>>,
  bind: (value: Bound) => string,
): string {
  const conditions = Object.entries(FILTERS[name]).flatMap(([key, filter]) => {
    const value = asked[key] as Bound | undefined;
    return value === undefined ? [] : [filter.condition(value, bind)];
  });
  if (name === 'tasks') conditions.push(...span(asked, bind));
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** What two days say of one deadline of a task. */
function span(
  { due_from, due_to }: Readonly<Record<string, unknown>>,
  bind: (value: Bound) => string,
): string[] {
  const days = [
    ...(due_from === undefined ? [] : [`each >= ${bind(due_from as string)}`]),
    ...(due_to === undefined ? [] : [`each <= ${bind(due_to as string)}`]),
  ];
  return days.length === 0
    ? []
    : [`len(list_filter(ends, lambda each: ${days.join(' AND ')})) > 0`];
}

/** What is asked of one body of a task, as a condition on `task_units`; null where nothing is. */
export function partCondition(
  { unit, role }: Readonly<Record<string, unknown>>,
  bodies: BodyNames,
  bind: (value: Bound) => string,
): string | null {
  const asked = [
    ...(unit === undefined ? [] : [isBody(bodies.named(unit as string), bind)]),
    ...(role === undefined ? [] : [partOf(role as string, bind)]),
  ];
  return asked.length === 0 ? null : asked.join(' AND ');
}

const isBody = (bodies: readonly NamedBody[], bind: (value: Bound) => string): string =>
  `unit_id IN ${textsOf(bind(JSON.stringify(bodies.map(({ id }) => id))))}`;

const partOf = (role: string, bind: (value: Bound) => string): string =>
  role === 'first_listed' ? 'first_listed' : `role = ${bind(role)}`;

/** The names of a collection's orders: each upwards and, with a minus, downwards. */
export const sortNames = (name: CollectionName): string[] =>
  Object.keys(COLLECTIONS[name].sorts).flatMap((sort) => [sort, `-${sort}`]);
