import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { convert } from '../pipeline/convert.js';
import type { ConvertedDocument } from '../pipeline/converted.js';
import { EXPORT_TABLES, type ExportTable } from '../pipeline/emit/export-tables.js';
import type { Cell } from '../pipeline/emit/flat-columns.js';
import { TABLES, type Table } from '../pipeline/emit/tables.js';
import { UnitTally, unitId } from '../pipeline/emit/unit-tally.js';
import { VIEWS } from '../workers/exports/views.js';

/** The page whose tables are made from the schemas and from a real notice. */
export const PAGE = 'docs/dataset.md';
/** The notice that the examples are taken from. */
const SAMPLE = 'samples/001_445cbee25541fbb5.txt';
const LONGEST_EXAMPLE = 36;
/** Texts in an example record are cut here; `…` says so. */
const LONGEST_TEXT = 120;
const MOST_ITEMS = 2;
/** Values of a field that are listed where it stands. */
const MOST_VALUES = 12;

/** What is used of a JSON Schema. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** The page with its made parts made anew. */
export async function datasetPage(page: string): Promise<string> {
  const records = await exampleRecords();
  return replaced(
    replaced(replaced(page, 'records', recordParts(records)), 'tables', tableParts(records)),
    'views',
    viewParts(),
  );
}

function replaced(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: made by npm run docs -->`, `<!-- end of ${name} -->`];
  const start = page.indexOf(begin);
  const stop = page.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`${PAGE} has no place for ${name}.`);
  return `${page.slice(0, start + begin.length)}\n\n${text}\n\n${page.slice(stop)}`;
}

type Examples = ReadonlyMap<Table['name'], object>;

/** A record of each table, all of one notice and, where they can be, of one task. */
async function exampleRecords(): Promise<Examples> {
  const bytes = readFileSync(SAMPLE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = { encoding: null, tokens: true, redactContacts: false };
  const [converted] = (await convert({ uri: SAMPLE, bytes, sha256 }, options)).documents as [
    ConvertedDocument,
  ];
  const { document, tasks, targets, quantities, tokens } = converted;
  const full = tasks.filter(
    (each) =>
      each.units.length > 1 &&
      each.deadlines.length > 0 &&
      each.target_ids.length > 0 &&
      each.contacts.length > 0,
  );
  const task = full.reduce((best, each) => (each.text.length < best.text.length ? each : best));
  const tally = new UnitTally();
  tally.add(document, tasks);
  const body = unitId(task.units[0]!, document.region);
  const empty = { uri: 'notices/empty.txt', bytes: new Uint8Array(), sha256: hashOfNothing() };
  return new Map<Table['name'], object>([
    ['documents', document],
    ['tasks', task],
    ['targets', targets.find(({ id }) => task.target_ids.includes(id))!],
    ['quantities', quantities.find(({ task_id }) => task_id === task.id)!],
    ['units', tally.records().find(({ id }) => id === body)!],
    ['rejects', (await convert(empty, options)).rejects[0]!],
    ['tokens', tokens.find(({ task_id }) => task_id === task.id)!],
  ]);
}

const hashOfNothing = (): string => createHash('sha256').digest('hex');

function recordParts(examples: Examples): string {
  return TABLES.map((table) => {
    const schema = z.toJSONSchema(table.schema) as JsonSchema;
    const rows = fieldRows(schema, '').map((cells) => `| ${cells.join(' | ')} |`);
    const example = compactJson(shortened(examples.get(table.name)));
    return [
      `### ${table.path}`,
      table.description,
      ['| field | type | meaning |', '|---|---|---|', ...rows].join('\n'),
      `\`\`\`json\n${example}\n\`\`\``,
    ].join('\n\n');
  }).join('\n\n');
}

/** Name, type and meaning of every field, those of objects and lists below their own. */
function fieldRows(schema: JsonSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const known = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
    const path = `${prefix}${name}`;
    const meaning = property.description ?? known.description ?? '';
    const row = [`\`${path}\``, typeOf(property), escaped(meaning)];
    // A place is the same everywhere: it is explained once.
    if (name === 'at') return [row];
    const inner =
      known.type === 'array'
        ? fieldRows(known.items ?? {}, `${path}[].`)
        : fieldRows(known, `${path}.`);
    return [row, ...inner];
  });
}

function typeOf(property: JsonSchema): string {
  const known = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
  const types = [property, ...(property.anyOf ?? [])].flatMap(({ type }) => type ?? []);
  const type = [known.type ?? []].flat().find((each) => each !== 'null') ?? 'any';
  const words =
    known.enum && known.enum.length > MOST_VALUES
      ? 'one of [the codes](codes.md)'
      : known.enum
        ? known.enum.map((value) => `\`${value}\``).join(', ')
        : known.format === 'date'
          ? 'date'
          : type === 'array'
            ? `list of ${[known.items?.type ?? 'object'].flat()[0]}s`
            : type;
  return types.includes('null') ? `${words}, or null` : words;
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return cut(value, LONGEST_TEXT);
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST_ITEMS).map(shortened);
    return value.length > MOST_ITEMS ? [...items, `… ${value.length - MOST_ITEMS} more`] : items;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}

function tableParts(examples: Examples): string {
  return EXPORT_TABLES.map((table) => {
    const row = exampleRow(table, examples);
    const rows = table.columns.map(({ name, type, nullable, description }, index) => {
      const kind = nullable ? `${type}, or null` : type;
      return `| \`${name}\` | ${kind} | ${escaped(description)} | ${escaped(shownCell(row?.[index]))} |`;
    });
    const links = table.foreignKeys.map((key) => `\`${key.columns.join()}\` → \`${key.table}\``);
    return [
      `### ${table.name}`,
      [
        table.description,
        table.primaryKey.length > 0
          ? `Key: ${table.primaryKey.map((name) => `\`${name}\``).join(', ')}.`
          : '',
        links.length > 0 ? `Links: ${links.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      ['| column | type | meaning | example |', '|---|---|---|---|', ...rows].join('\n'),
    ].join('\n\n');
  }).join('\n\n');
}

function exampleRow(table: ExportTable, examples: Examples): readonly Cell[] | undefined {
  const { region } = examples.get('documents') as { region: string | null };
  return table.rows(examples.get(table.from)!, { unitId: (unit) => unitId(unit, region) })[0];
}

function shownCell(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  return cut(typeof cell === 'object' ? JSON.stringify(cell) : String(cell), LONGEST_EXAMPLE);
}

const viewParts = (): string =>
  [
    '| view | a row is |',
    '|---|---|',
    ...VIEWS.map(({ name, description }) => `| \`${name}\` | ${description} |`),
  ].join('\n');

/** Indented JSON with short objects and lists on one line. */
function compactJson(value: unknown): string {
  const short = /([{[])\n\s*([^{}[\]]*?)\n\s*([}\]])/g;
  return JSON.stringify(value, null, 1).replace(short, (whole, open, inner: string, close) => {
    const line = `${open}${inner.replace(/\n\s*/g, ' ')}${close}`;
    return line.length <= 100 ? line : whole;
  });
}

function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text;
}

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
