import { z } from 'zod';

/** Why words that were recognised on a picture may be misread. */
export const Doubt = z.enum([
  'low_confidence',
  'sign_like_letter',
  'per_mille',
  'lone_stroke',
  'impossible_date',
  'mark_supplied',
]);
export type Doubt = z.infer<typeof Doubt>;

/** How words were recognised that a page shows as a picture. */
export const Recognition = z.strictObject({
  engine: z.string().min(1).describe('What recognised them: PP-OCRv4, tesseract.'),
  doubts: z.array(Doubt).describe('Why they may be misread; none: no sign of it was seen.'),
});
export type Recognition = z.infer<typeof Recognition>;

/** Where a value stands: offsets count UTF-16 code units in the document's text; `end` is exclusive. */
export const At = z
  .strictObject({
    page: z
      .int()
      .nullable()
      .describe('Printed page number, or null where the format has no pages.'),
    start: z.int().min(0).describe('First UTF-16 code unit in texts/<document_id>.txt.'),
    end: z.int().min(0).describe('One past the last UTF-16 code unit.'),
    ocr: Recognition.optional().describe(
      'How the words were recognised; only where the page was read from its picture.',
    ),
  })
  .describe('Place of a value in the text of its document.');
export type At = z.infer<typeof At>;

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
