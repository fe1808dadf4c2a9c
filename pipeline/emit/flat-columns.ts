import { z } from 'zod';

/** What a cell of an export holds; a list is of strings. */
export type Cell = string | number | boolean | null | readonly string[];

export type ColumnType = 'text' | 'integer' | 'bigint' | 'number' | 'boolean' | 'date' | 'list';

/** A column of an exported table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** False where a text may be empty, which CSV cannot tell from a missing one. */
  readonly filled: boolean;
  readonly description: string;
  /** The values there are, where they are few and known. */
  readonly values: readonly string[] | null;
  /** The keys that lead to the value in a record. */
  readonly path: readonly string[];
}

/** A list of objects in a record: it becomes a table of its own. */
export interface NestedList {
  readonly field: string;
  readonly description: string;
  readonly columns: readonly Column[];
}

/** A record's schema laid flat. */
export interface FlatSchema {
  readonly columns: readonly Column[];
  readonly lists: readonly NestedList[];
}

/** What is used of a JSON Schema; `type` is a list where a value may be null. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  /** Fields that are always there. */
  readonly required?: readonly string[];
}

/**
 * Lays a record's schema flat: an object's fields become columns `object_field`, a list of strings is
 * a column, a list of objects a table of its own. So a field that is added to a record is exported
 * without a word more.
 */
export function flatSchema(schema: z.ZodObject): FlatSchema {
  const flat = { columns: [] as Column[], lists: [] as NestedList[] };
  addFields(z.toJSONSchema(schema) as JsonSchema, [], false, flat);
  return flat;
}

function addFields(
  schema: JsonSchema,
  path: readonly string[],
  nullable: boolean,
  flat: { columns: Column[]; lists: NestedList[] },
): void {
  for (const [field, property] of Object.entries(schema.properties ?? {})) {
    // What few records have (how a scan was recognised) stays in the JSON Lines.
    if (schema.required?.includes(field) === false) continue;
    const { known, mayBeNull } = withoutNull(property, nullable);
    const here = [...path, field];
    if (known.type === 'object') {
      addFields(known, here, mayBeNull, flat);
    } else if (known.type === 'array' && known.items?.type === 'object') {
      const inner = { columns: [] as Column[], lists: [] as NestedList[] };
      addFields(known.items, [], false, inner);
      flat.lists.push({ field, description: property.description ?? '', columns: inner.columns });
    } else {
      const description = property.description ?? known.description ?? '';
      flat.columns.push(column(here, known, mayBeNull, description));
    }
  }
}

/** The schema of a value that is there, and whether it may be missing. */
function withoutNull(
  property: JsonSchema,
  nullable: boolean,
): { known: JsonSchema; mayBeNull: boolean } {
  const types = [property.type ?? []].flat();
  const choice = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
  const type = [choice.type ?? []].flat().find((each) => each !== 'null');
  const mayBeNull =
    nullable ||
    types.includes('null') ||
    property.anyOf?.some((each) => each.type === 'null') === true;
  return { known: { ...choice, ...(type === undefined ? {} : { type }) }, mayBeNull };
}

function column(
  path: readonly string[],
  schema: JsonSchema,
  nullable: boolean,
  description: string,
): Column {
  const type = columnType(path, schema);
  const filled = type !== 'text' || Boolean(schema.minLength ?? schema.enum ?? schema.pattern);
  const values = schema.enum ?? null;
  return { name: path.join('_'), type, nullable, filled, description, values, path };
}

function columnType(path: readonly string[], { type, format }: JsonSchema): ColumnType {
  if (format === 'date') return 'date';
  if (type === 'array') return 'list';
  // A file may have more bytes than 32 bits count.
  if (type === 'integer') return path.at(-1) === 'bytes' ? 'bigint' : 'integer';
  if (type === 'number' || type === 'boolean') return type;
  return 'text';
}

/** The value that a path leads to; null where something on the way is null. */
export function cellAt(record: unknown, path: readonly string[]): Cell {
  let value = record;
  for (const key of path) {
    if (value === null || value === undefined) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return (value ?? null) as Cell;
}
