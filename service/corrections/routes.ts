import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import { Correction, RecordKind } from '../../schemas/index.js';
import { CorrectionsError } from '../../workers/corrections/read-corrections.js';
import type { DatasetRegistry } from '../datasets/registry.js';
import { ask } from '../datasets/routes.js';
import { JSON_TYPE, LINES_TYPE, wantsLines } from '../http/accept.js';
import { Problem } from '../http/problem.js';
import type { Answer, Route } from '../http/route.js';
import { type CorrectionsFile, DecisionConflictError, linesOf } from './corrections-file.js';

/** Bytes of a change, and decisions on one record. */
const MOST_BYTES = 2 ** 20;
const MOST_DECISIONS = 100;

/** Where the records of each kind stand. */
const COLLECTIONS = { document: 'documents', task: 'tasks', target: 'targets' } as const;

const decisions = z.array(Correction).max(MOST_DECISIONS);

/** What stands in the file. */
export const CorrectionsBody = z
  .strictObject({ corrections: z.array(Correction).describe('In the order of the file.') })
  .describe('Corrections that people made.');

/** What a person decided on one record. */
export const ChangeBody = z
  .strictObject({
    record: RecordKind,
    id: z.string().min(1).max(500).describe('Of the record.'),
    document_id: z.string().min(1).max(500).describe('Of its document.'),
    former: decisions.describe('What stood on the record as far as the client knows.'),
    corrections: decisions.describe('What is to stand in its place; none: it is undecided again.'),
  })
  .describe('Decisions on one record.');

/** The corrections of the datasets for which a file is kept. */
export function correctionRoutes(
  registry: DatasetRegistry,
  files: ReadonlyMap<string, CorrectionsFile>,
): readonly Route[] {
  const path = '/v1/datasets/{name}/corrections';
  const places = { name: 'Name of the dataset.' };
  return [
    {
      method: 'get',
      path,
      id: 'listCorrections',
      summary: 'The corrections that are kept for a dataset (serve --corrections).',
      places,
      query: z.strictObject({
        document: z.string().max(500).optional().describe('Of one document alone.'),
      }),
      answers: {
        200: {
          description: 'The corrections.',
          content: { [JSON_TYPE]: CorrectionsBody, [LINES_TYPE]: Correction },
        },
      },
      handle: async ({ path: { name }, query: { document }, request }) => {
        const asLines = wantsLines(request);
        const all = saying(() => fileOf(files, name!).read());
        const asked = all.filter((each) => document === undefined || each.document_id === document);
        return answerOf(asked, asLines);
      },
    },
    {
      method: 'post',
      path,
      id: 'saveCorrections',
      summary: 'Saves what a person decided on one record; 409 where another decided meanwhile.',
      places,
      takes: ChangeBody,
      answers: {
        200: {
          description: 'What stands on the record now.',
          content: { [JSON_TYPE]: CorrectionsBody },
        },
      },
      handle: async ({ path: { name }, request }, response) => {
        const file = fileOf(files, name!);
        const change = await changeOf(request, response);
        await ask(registry, name!, async (index) => {
          const [known] = await index.recordsOf('documents', [change.document_id]);
          if (!known) throw new Problem('not_found', 'There is no such document in the dataset.');
        });
        // What was rejected before may be gone from the dataset; its decision can still be taken back.
        if (change.former.length === 0) {
          await ask(registry, name!, async (index) => {
            const [known] = await index.recordsOf(COLLECTIONS[change.record], [change.id]);
            if (!known) {
              throw new Problem(
                'not_found',
                `There is no ${change.record} ${change.id} in the dataset.`,
              );
            }
          });
        }
        try {
          await file.change(change);
        } catch (error) {
          if (!(error instanceof DecisionConflictError)) throw notSaved(error);
          throw new Problem(
            'conflict',
            'Others have decided on this record. Get the corrections again, and choose.',
          );
        }
        return answerOf(change.corrections, false);
      },
    },
  ];
}

function fileOf(files: ReadonlyMap<string, CorrectionsFile>, name: string): CorrectionsFile {
  const file = files.get(name);
  if (file) return file;
  throw new Problem('not_found', 'No corrections are kept for it; gongwen serve --corrections.');
}

/** The change that a request brings. @throws Problem */
async function changeOf(
  request: Request,
  response: Response,
): Promise<z.output<typeof ChangeBody>> {
  // A form of a foreign page cannot send this type without being asked for its origin.
  if (!request.is('application/json')) {
    throw new Problem('unsupported_media_type', 'Send JSON, as application/json.');
  }
  await new Promise<void>((resolve, reject) => {
    express.json({ limit: MOST_BYTES })(request, response, (error?: unknown) => {
      if (error === undefined) return resolve();
      const { type, message } = error as { type?: string; message: string };
      const code =
        type === 'entity.too.large'
          ? 'too_large'
          : type === 'entity.parse.failed'
            ? 'invalid_body'
            : 'bad_body';
      reject(new Problem(code, message));
    });
  });
  const parsed = ChangeBody.safeParse(request.body);
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    throw new Problem('invalid_body', `${path.join('.')}: ${message}`.slice(0, 500));
  }
  const { record, id, document_id: document, former, corrections } = parsed.data;
  for (const each of [...former, ...corrections]) {
    if (each.record !== record || each.id !== id || each.document_id !== document) {
      throw new Problem('invalid_body', 'A correction is of another record than the change.');
    }
  }
  return parsed.data;
}

const answerOf = (corrections: readonly Correction[], asLines: boolean): Answer => ({
  type: asLines ? LINES_TYPE : JSON_TYPE,
  body: asLines ? linesOf(corrections) : `${JSON.stringify({ corrections })}\n`,
  headers: { 'cache-control': 'no-store' },
});

function saying<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw notSaved(error);
  }
}

const notSaved = (error: unknown): unknown =>
  error instanceof CorrectionsError ? new Problem('corrections_file', error.message) : error;
