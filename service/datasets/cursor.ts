import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where a page ended: what the next one begins after. */
export interface Place {
  /** What its last record is sorted by; null in the order of the dataset. */
  readonly key: string | number | null;
  /** Which record of the table it is. */
  readonly position: number;
}

/** A cursor is no cursor, or of another list or edition; the message says which. */
export class CursorError extends Error {
  constructor(
    readonly code: 'bad_cursor' | 'cursor_expired',
    message: string,
  ) {
    super(message);
  }
}

const Cursor = z.strictObject({
  /** Edition of the dataset. */
  v: z.string(),
  /** What was asked for. */
  q: z.string(),
  k: z.union([z.string(), z.number(), z.null()]),
  p: z.int().min(0),
});

const digest = (asked: object): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 12);

/** A place as text that nobody needs to understand. */
export const cursorOf = (version: string, asked: object, { key, position }: Place): string =>
  Buffer.from(JSON.stringify({ v: version, q: digest(asked), k: key, p: position })).toString(
    'base64url',
  );

/**
 * The place that a cursor stands for.
 *
 * @throws CursorError
 */
export function placeOf(version: string, asked: object, cursor: string): Place {
  const parsed = Cursor.safeParse(parsedJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success)
    throw new CursorError('bad_cursor', 'The cursor was not given by this service.');
  const { v, q, k, p } = parsed.data;
  if (v !== version) {
    throw new CursorError(
      'cursor_expired',
      'The dataset has changed since. Begin again without a cursor.',
    );
  }
  if (q !== digest(asked)) {
    throw new CursorError(
      'bad_cursor',
      'The cursor belongs to a list with other filters or another order.',
    );
  }
  return { key: k, position: p };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
