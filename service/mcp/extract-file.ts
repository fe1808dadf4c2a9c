import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { z } from 'zod';
import { GongwenError } from '../../library/errors.js';
import type { Extraction } from '../../library/extraction.js';
import { ANSWER_TABLES } from '../extract/answer.js';
import { ANSWER_BYTES, fitting } from './bounded.js';
import { type ToolContext, ToolError, tool } from './tool.js';

const COUNTED = z.strictObject(
  Object.fromEntries(ANSWER_TABLES.map((name) => [name, z.int().min(0)])),
);

/** Extractions that are kept for their next pages. */
const KEPT = 4;
const kept = new WeakMap<ToolContext, Map<string, Extraction>>();

export const extractFile = tool({
  name: 'extract_file',
  title: 'Read a notice',
  description:
    'Reads a Chinese government notice (PDF, Word, Excel, OFD, HTML, text), or those in an archive or a table, from a file and gives its records: documents, tasks with responsible units and deadlines, targets, quantities, units; what could not be read, with a code. One table at a time, page by page.',
  input: z.strictObject({
    path: z
      .string()
      .min(1)
      .max(4000)
      .describe('The file, inside a folder that the server was given.'),
    table: z.enum(ANSWER_TABLES).default('tasks').describe('Whose records are given.'),
    ocr: z.enum(['auto', 'all']).optional().describe('Recognise pages that are pictures, or all.'),
    encoding: z.string().max(40).optional().describe('Encoding of a text; told by the bytes else.'),
    limit: z.int().min(1).max(100).default(20).describe('Most records of the answer.'),
    cursor: z.string().max(200).optional().describe('`next` of the answer before.'),
  }),
  output: z.strictObject({
    counts: COUNTED.describe('Records of each table.'),
    table: z.enum(ANSWER_TABLES),
    records: z
      .array(z.record(z.string(), z.unknown()))
      .describe('Records of the table; their fields: docs/dataset.md.'),
    left_out: z
      .int()
      .min(0)
      .describe('Records of this page that are too long for an answer; gongwen extract has them.'),
    next: z.string().nullable().describe('The cursor of what follows; null: that was all.'),
  }),
  run: async (context, { path, table, limit, cursor, ...how }) => {
    const { bytes, name } = await bytesOf(context, path);
    const key = createHash('sha256')
      .update(JSON.stringify([name, how]))
      .update(bytes)
      .digest('base64url')
      .slice(0, 16);
    const first = cursor === undefined ? 0 : firstOf(cursor, key, table);
    const extraction = await extractionOf(context, key, bytes, { name, ...how });
    const records = extraction[table] as unknown as readonly Record<string, unknown>[];
    const page = fitting(records.slice(first, first + limit));
    const shown = page.filter(
      (record) => Buffer.byteLength(JSON.stringify(record)) <= ANSWER_BYTES,
    );
    const then = first + page.length;
    return {
      counts: Object.fromEntries(ANSWER_TABLES.map((each) => [each, extraction[each].length])),
      table,
      records: [...shown],
      left_out: page.length - shown.length,
      next: then < records.length ? `${key}.${table}.${then}` : null,
    };
  },
});

/** A file's bytes, if it lies in one of the folders. @throws ToolError */
async function bytesOf(
  { roots, maxBytes }: ToolContext,
  path: string,
): Promise<{ bytes: Buffer; name: string }> {
  try {
    const real = await realpath(resolve(roots[0]!, path));
    const inside = await Promise.all(roots.map((root) => realpath(root)));
    if (
      !inside.some(
        (root) => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep),
      )
    ) {
      throw new ToolError(
        `${path} lies outside the folders that may be read (--root): ${roots.join(', ')}.`,
      );
    }
    const { size } = await stat(real);
    if (size > maxBytes)
      throw new ToolError(`${path} has ${size} bytes; ${maxBytes} are read at most.`);
    return { bytes: await readFile(real), name: basename(real) };
  } catch (error) {
    if (error instanceof ToolError) throw error;
    throw new ToolError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

function firstOf(cursor: string, key: string, table: string): number {
  const [of, named, first] = cursor.split('.');
  if (of === key && named === table && /^\d{1,9}$/.test(first ?? '')) return Number(first);
  throw new ToolError(
    'The cursor belongs to another file, table or option, or the file has changed. Begin again without it.',
  );
}

async function extractionOf(
  context: ToolContext,
  key: string,
  bytes: Buffer,
  how: {
    readonly name: string;
    readonly ocr?: 'auto' | 'all' | undefined;
    readonly encoding?: string | undefined;
  },
): Promise<Extraction> {
  const known = kept.get(context) ?? new Map<string, Extraction>();
  kept.set(context, known);
  const former = known.get(key);
  if (former !== undefined) return former;
  const { name, ocr, encoding } = how;
  try {
    const extraction = await context.engine.extract(bytes, {
      name,
      ...(ocr !== undefined && { ocr }),
      ...(encoding !== undefined && { encoding }),
    });
    known.set(key, extraction);
    for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
    return extraction;
  } catch (error) {
    if (error instanceof GongwenError) throw new ToolError(error.message);
    throw error;
  }
}
