import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { EngineError, OptionError } from '../../library/errors.js';
import { JSON_TYPE, LINES_TYPE, wantsLines } from '../http/accept.js';
import type { Admission } from '../http/admission.js';
import { Problem } from '../http/problem.js';
import type { Answer, AnswerKind, Route } from '../http/route.js';
import { ExtractionBody, ExtractionLine, extractionAnswer } from './answer.js';
import { type Job, type JobBook, JobRecord } from './jobs.js';
import { ExtractQuery, INCLUDES, LONGEST_WAIT, optionsOf } from './query.js';

export interface ExtractRoutes {
  readonly book: JobBook;
  readonly admission: Admission;
  readonly maxBytes: number;
  /** Seconds that a request waits for its result where it does not say. */
  readonly wait: number;
}

/** Milliseconds between two signs of life on a stream of events. */
const HEARTBEAT = 15_000;

const RESULT: AnswerKind = {
  description: 'The records, in the order of the text.',
  content: { [JSON_TYPE]: ExtractionBody, [LINES_TYPE]: ExtractionLine },
};
const REJECTED: AnswerKind = {
  description: 'Nothing could be read; `rejects` says why, with a code.',
  content: RESULT.content,
};

/** The routes that extract. */
export function extractRoutes(service: ExtractRoutes): readonly Route[] {
  const { book, admission, maxBytes } = service;
  const readBody = express.raw({ type: () => true, limit: maxBytes });
  const jobOf = (id: string): Job => {
    const job = book.get(id);
    if (job) return job;
    throw new Problem('not_found', 'There is no such job; ended ones are kept for ten minutes.');
  };
  const places = { id: 'Id of the job.' };
  const A_JOB = { description: 'How the job stands.', content: { [JSON_TYPE]: JobRecord } };
  return [
    {
      method: 'post',
      path: '/v1/extract',
      id: 'extract',
      summary: 'Reads a document, or a container of them: its bytes in, its records out.',
      query: ExtractQuery,
      takesDocument: true,
      answers: {
        200: RESULT,
        202: {
          ...A_JOB,
          description: 'It takes longer; the job is at Location.',
          headers: { location: 'Where the job is.' },
        },
        422: REJECTED,
      },
      handle: async ({ query, request }, response) => {
        const asLines = wantsLines(request);
        const { name, include, wait, ...how } = query as z.output<typeof ExtractQuery>;
        refuseForm(request);
        const free = admission.enter(declaredBytes(request));
        let bytes: Uint8Array;
        try {
          bytes = await bodyOf(readBody, request, response);
          refuseFields(request, bytes);
        } catch (error) {
          free();
          throw error;
        }
        const job = book.give(name, bytes, optionsOf(name, include, how, request), free);
        const gone = (): void => {
          if (!job.isKept && !response.writableFinished) book.cancel(job);
        };
        response.once('close', gone);
        if (await job.endedIn(waitOf(request, wait ?? service.wait))) {
          return resultOf(job, include, asLines);
        }
        job.isKept = true;
        const location = `/v1/jobs/${job.id}`;
        return { ...recordAnswer(job), status: 202, headers: { location } };
      },
    },
    {
      method: 'get',
      path: '/v1/jobs/{id}',
      id: 'getJob',
      summary: 'Tells how a job stands.',
      places,
      answers: { 200: A_JOB },
      handle: async ({ path }) => recordAnswer(jobOf(path.id!)),
    },
    {
      method: 'get',
      path: '/v1/jobs/{id}/result',
      id: 'getJobResult',
      summary: 'The records of a job that has ended.',
      places,
      query: z.strictObject({ include: INCLUDES }),
      answers: { 200: RESULT, 202: A_JOB, 422: REJECTED },
      handle: async ({ path, query, request }) => {
        const asLines = wantsLines(request);
        const job = jobOf(path.id!);
        if (job.hasEnded) return resultOf(job, query.include as string, asLines);
        return { ...recordAnswer(job), status: 202 };
      },
    },
    {
      method: 'get',
      path: '/v1/jobs/{id}/events',
      id: 'watchJob',
      summary: 'How a job stands, whenever that changes, as server-sent events named `job`.',
      places,
      answers: {
        200: {
          description: 'Events, each with a job as its data.',
          content: { 'text/event-stream': null },
        },
      },
      handle: async ({ path }, response) => {
        sendEvents(jobOf(path.id!), response);
        return null;
      },
    },
    {
      method: 'delete',
      path: '/v1/jobs/{id}',
      id: 'cancelJob',
      summary: 'Stops a job, and forgets what it gave.',
      places,
      answers: { 204: { description: 'It is no more.', content: {} } },
      handle: async ({ path }, response) => {
        book.cancel(jobOf(path.id!));
        response.status(204).end();
        return null;
      },
    },
  ];
}

function declaredBytes({ headers }: Request): number | null {
  const length = headers['content-length'];
  // A packed body is larger than what it comes as.
  if (length === undefined || headers['content-encoding'] !== undefined) return null;
  return Number(length);
}

const SEND_BYTES =
  'Send the bytes of the document as the body, and its name as ?name=: curl --data-binary @file; no form (curl -F, curl -d).';

/** A form holds its documents among its own lines. @throws Problem */
function refuseForm(request: Request): void {
  if (request.is('multipart/form-data')) throw new Problem('unsupported_media_type', SEND_BYTES);
}

const FIELD = /^[A-Za-z_][\w.-]*=/;
const LONGEST_FIELD = 64;

/** curl calls everything a form of fields that --data-binary sends: only a field tells one. @throws Problem */
function refuseFields(request: Request, bytes: Uint8Array): void {
  if (!request.is('application/x-www-form-urlencoded')) return;
  if (FIELD.test(Buffer.from(bytes.subarray(0, LONGEST_FIELD)).toString('latin1')))
    throw new Problem('unsupported_media_type', SEND_BYTES);
}

/** The whole body; of a packed one what it holds. @throws Problem */
async function bodyOf(
  readBody: RequestHandler,
  request: Request,
  response: Response,
): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    readBody(request, response, (error?: unknown) => {
      if (error === undefined) return resolve();
      const { type, message } = error as { type?: string; message: string };
      reject(
        type === 'entity.too.large'
          ? new Problem('too_large', 'The body is larger than what is read (--max-bytes).')
          : new Problem('bad_body', message),
      );
    });
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** `Prefer: respond-async` and `Prefer: wait=10` (RFC 7240) say it too. */
function waitOf(request: Request, otherwise: number): number {
  const prefer = String(request.headers.prefer ?? '');
  const wait = /(?:^|[,;\s])wait=(\d{1,6})\b/.exec(prefer)?.[1];
  if (wait !== undefined) return Math.min(Number(wait), LONGEST_WAIT);
  return /\brespond-async\b/.test(prefer) ? 0 : otherwise;
}

const recordAnswer = (job: Job): Answer => ({
  type: JSON_TYPE,
  body: `${JSON.stringify(job.record)}\n`,
  headers: { 'cache-control': 'no-store' },
});

/** @throws Problem where the job gave no result */
function resultOf(job: Job, include: string, asLines: boolean): Answer {
  if (job.extraction !== null) {
    return extractionAnswer(job.extraction, include.split(',').filter(Boolean), asLines);
  }
  if (job.error instanceof OptionError) throw new Problem('bad_query', job.error.message);
  if (job.state === 'cancelled' || job.error instanceof EngineError) {
    throw new Problem('stopping', 'The work was stopped before it had ended.', {
      'retry-after': '5',
    });
  }
  throw new Problem('internal', 'The document could not be converted; the log says why.');
}

function sendEvents(job: Job, response: Response): void {
  response.status(200).set({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const tell = (): void => {
    response.write(`event: job\ndata: ${JSON.stringify(job.record)}\n\n`);
    if (job.hasEnded) response.end();
  };
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
  job.on('change', tell);
  response.once('close', () => {
    clearInterval(heartbeat);
    job.off('change', tell);
  });
  tell();
}
