import { z } from 'zod';

/** A field of a Frictionless Table Schema. */
export interface TableField {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly constraints?: { required?: true; enum?: unknown[]; pattern?: string };
}

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The fields of a record's schema; a value that may be null is not required. */
export function tableFields(schema: z.ZodObject): TableField[] {
  const properties = (z.toJSONSchema(schema) as JsonSchema).properties ?? {};
  return Object.entries(properties).map(([name, property]) => tableField(name, property));
}

function tableField(name: string, property: JsonSchema): TableField {
  const known = property.anyOf?.find((choice) => choice.type !== 'null') ?? property;
  const nullable = property.anyOf?.some((choice) => choice.type === 'null') ?? false;
  const description = property.description ?? known.description;
  const constraints = {
    ...(nullable ? {} : { required: true as const }),
    ...(known.enum ? { enum: known.enum } : {}),
  };
  return {
    name,
    type: known.format === 'date' ? 'date' : (known.type ?? 'any'),
    ...(description ? { description } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
