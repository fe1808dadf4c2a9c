import { z } from 'zod';
import type { Extraction } from '../../library/extraction.js';
import {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../../schemas/index.js';
import { JSON_TYPE, LINES_TYPE } from '../http/accept.js';
import type { Answer } from '../http/route.js';

/** The tables of an answer, in their order. */
export const ANSWER_TABLES = [
  ...(['documents', 'tasks', 'targets', 'quantities', 'units', 'rejects'] as const),
] as const;

/** What an extraction gives as one JSON value. */
export const ExtractionBody = z
  .strictObject({
    documents: z.array(DocumentRecord),
    tasks: z.array(Task),
    targets: z.array(Target),
    quantities: z.array(Quantity),
    units: z.array(UnitRecord),
    tokens: z.array(TokenLine).optional().describe('Where they were asked for.'),
    texts: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'Where they were asked for: the text of each document, which every `at` counts in.',
      ),
    rejects: z.array(Reject),
  })
  .describe('What was read from a document.');

/** A line of an extraction as JSON Lines. */
export const ExtractionLine = z
  .strictObject({
    table: z.enum([...ANSWER_TABLES, 'tokens', 'texts']),
    record: z.unknown().describe('A record of the table; of texts, an object with id and text.'),
  })
  .describe('One record.');

/** An extraction as its request wants it: 422 where nothing was read. */
export function extractionAnswer(
  extraction: Extraction,
  include: readonly string[],
  asLines: boolean,
): Answer {
  const isRejected = extraction.documents.length === 0 && extraction.rejects.length > 0;
  const status = isRejected ? 422 : 200;
  const extra = include as readonly ('tokens' | 'texts')[];
  if (!asLines) {
    const body = Object.fromEntries(
      [...ANSWER_TABLES, ...extra].map((name) => [name, extraction[name]]),
    );
    return { status, type: JSON_TYPE, body: `${JSON.stringify(body)}\n` };
  }
  const lines = [...ANSWER_TABLES, ...extra].flatMap((table) =>
    recordsOf(extraction, table).map((record) => `${JSON.stringify({ table, record })}\n`),
  );
  return { status, type: LINES_TYPE, body: lines.join('') };
}

function recordsOf(
  extraction: Extraction,
  table: (typeof ANSWER_TABLES)[number] | 'tokens' | 'texts',
): readonly object[] {
  if (table !== 'texts') return extraction[table];
  return Object.entries(extraction.texts).map(([id, text]) => ({ id, text }));
}
