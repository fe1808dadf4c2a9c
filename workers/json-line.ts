import type { z } from 'zod';

/** What a line of JSON holds, by its schema; or what is wrong with it, in words. */
export function readJsonLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
):
  | { readonly value: z.output<Schema>; readonly wrong?: never }
  | { readonly value?: never; readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { wrong: 'not JSON' };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { wrong: wordsOf(parsed.error) };
}

/** What a schema has against a value: the places and what is wrong there. */
export const wordsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
