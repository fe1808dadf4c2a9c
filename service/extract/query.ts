import type { Request } from 'express';
import { z } from 'zod';
import type { ExtractOptions } from '../../library/options.js';
import { Problem } from '../http/problem.js';

/** Seconds that a request may wait at most. */
export const LONGEST_WAIT = 600;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.int().min(least).max(most));

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .pipe(z.boolean());

const column = (says: string) => z.string().min(1).max(2000).optional().describe(`Column ${says}.`);

/** What is given beside the tables. */
export const INCLUDES = z
  .string()
  .regex(/^(?:texts|tokens)(?:,(?:texts|tokens))?$/, 'texts, tokens, or both with a comma between')
  .default('')
  .describe('What is given beside the tables: texts, tokens, or both with a comma between.');

/** What an address that extracts may say. */
export const ExtractQuery = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(500)
    .default('document')
    .describe('What records call it, with the extension that its file has: a.pdf, a.zip.'),
  encoding: z
    .string()
    .max(40)
    .refine(isEncoding, 'utf-8, gb18030, utf-16le, utf-16be or big5')
    .optional()
    .describe('Read text in this encoding; told by the bytes where it is left out.'),
  ocr: z
    .enum(['auto', 'all'])
    .optional()
    .describe('Recognise pages: auto, those that are pictures or whose text is poor; all, each.'),
  max_pages: whole(1, 100_000).optional().describe('Most pages of a PDF or OFD file.'),
  text_field: column('that holds the document as text, of JSON Lines, CSV and Parquet'),
  html_field: column('that holds it as HTML'),
  id_field: column('that is kept in `source.meta` in any case'),
  meta_fields: column('names, commas between, that are kept in `source.meta`; else all others are'),
  redact_contacts: flag.default(false).describe('Mask names and telephone numbers of officials.'),
  include: INCLUDES,
  wait: whole(0, LONGEST_WAIT)
    .optional()
    .describe('Seconds to wait for the result before the answer is a job (202); 0: at once.'),
});

/** The options of the library that a request asks for. @throws Problem */
export function optionsOf(
  name: string,
  include: string,
  how: Partial<z.output<typeof ExtractQuery>>,
  request: Request,
): ExtractOptions {
  const { encoding, ocr, max_pages: maxPages, redact_contacts: redactContacts = false } = how;
  const password = passwordOf(request);
  return {
    name,
    redactContacts,
    tokens: include.includes('tokens'),
    ...(encoding !== undefined && { encoding }),
    ...(ocr !== undefined && { ocr }),
    ...(maxPages !== undefined && { maxPages }),
    ...(how.text_field !== undefined && { textField: how.text_field }),
    ...(how.html_field !== undefined && { htmlField: how.html_field }),
    ...(how.id_field !== undefined && { idField: how.id_field }),
    ...(how.meta_fields !== undefined && { metaFields: how.meta_fields.split(',') }),
    ...(password !== null && { password }),
  };
}

/** A password stands in a header, as addresses are written to logs. */
function passwordOf(request: Request): string | null {
  const value = request.headers['gongwen-password'];
  if (typeof value !== 'string') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    throw new Problem('bad_query', 'Gongwen-Password is not percent-encoded UTF-8.');
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}
