import type { Response } from 'express';
import { z } from 'zod';

/** What can be wrong with a request, for programs: the status of the answer, and what it means. */
export const PROBLEMS = {
  bad_query: [400, 'A parameter is missing, unknown or means nothing.'],
  bad_body: [400, 'The body broke off, or is packed in an unknown way.'],
  invalid_body: [400, 'The body is not the JSON that the address takes.'],
  bad_cursor: [400, 'The cursor belongs to another list.'],
  unauthorized: [401, 'A token is needed.'],
  forbidden_host: [403, 'The service is not known under this name.'],
  forbidden_origin: [403, 'Pages of this origin may not ask.'],
  not_found: [404, 'There is nothing under this address.'],
  method_not_allowed: [405, 'The address does not take this method.'],
  not_acceptable: [406, 'None of the types that Accept names can be given.'],
  conflict: [409, 'What was to be changed is no longer as the client knows it.'],
  cursor_expired: [410, 'The dataset has changed since the list was begun.'],
  too_large: [413, 'The body is larger than what is read.'],
  unsupported_media_type: [415, 'The body is of a type that is not read here.'],
  rejected: [422, 'Nothing could be read from the document; `rejects` says why.'],
  too_many_requests: [429, 'The client asks too often.'],
  busy: [429, 'Too much is at work already.'],
  corrections_file: [500, 'The file of corrections cannot be read or written.'],
  internal: [500, 'The service failed; its log says how.'],
  not_ready: [503, 'The dataset is not read yet.'],
  stopping: [503, 'The service is about to end.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of an answer that is an error: problem details (RFC 9457) with a code. */
export const ProblemBody = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().describe('What the code means.'),
    status: z.int().min(400).max(599),
    code: z
      .enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])
      .describe('For programs.'),
    detail: z.string().describe('What is wrong here, and what to do.'),
  })
  .describe('An error (RFC 9457).');

/** A request cannot be answered as asked. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  get body(): z.output<typeof ProblemBody> {
    const [status, title] = PROBLEMS[this.code];
    return { type: 'about:blank', title, status, code: this.code, detail: this.message };
  }
}

/** Answers with a problem. */
export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).set(problem.headers);
  response.set('cache-control', 'no-store').type('application/problem+json');
  response.send(`${JSON.stringify(problem.body)}\n`);
}

/** A header that tells a client when to come again. */
export const retryAfter = (seconds: number): Readonly<Record<string, string>> => ({
  'retry-after': String(Math.max(1, Math.ceil(seconds))),
});
