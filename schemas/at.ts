import { z } from 'zod';

/** Where a value stands: offsets count UTF-16 code units in the document's text; `end` is exclusive. */
export const At = z
  .strictObject({
    page: z
      .int()
      .nullable()
      .describe('Printed page number, or null where the format has no pages.'),
    start: z.int().min(0).describe('First UTF-16 code unit in texts/<document_id>.txt.'),
    end: z.int().min(0).describe('One past the last UTF-16 code unit.'),
  })
  .describe('Place of a value in the text of its document.');
export type At = z.infer<typeof At>;

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
