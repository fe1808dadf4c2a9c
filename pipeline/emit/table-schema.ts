import { z } from 'zod';

/** A field of a Frictionless Table Schema. */
export interface TableField {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly constraints?: { readonly required?: true; readonly enum?: readonly unknown[] };
}

/** What is used of a JSON Schema; `type` is a list where a value may be null. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The fields of a record's schema; a value that may be null is not required. */
export function tableFields(schema: z.ZodObject): TableField[] {
  const properties = (z.toJSONSchema(schema) as JsonSchema).properties ?? {};
  return Object.entries(properties).map(([name, property]) => tableField(name, property));
}

function tableField(name: string, property: JsonSchema): TableField {
  const known = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
  const types = [property, ...(property.anyOf ?? [])].flatMap(({ type }) => type ?? []);
  const type = types.find((choice) => choice !== 'null') ?? 'any';
  const description = property.description ?? known.description;
  const constraints = {
    ...(types.includes('null') ? {} : { required: true as const }),
    ...(known.enum ? { enum: known.enum } : {}),
  };
  return {
    name,
    type: known.format === 'date' ? 'date' : type,
    ...(description ? { description } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
