import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { Problem } from './problem.js';

/** What a request asks, checked. */
export interface Asked {
  /** Values of the address's places. */
  readonly path: Readonly<Record<string, string>>;
  /** Values of its parameters. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: Request;
}

/** An answer; its body is sent as it is. */
export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer holds, for the description of the service. */
export interface AnswerKind {
  readonly description: string;
  /** Media types, each with the schema of what it holds; null: text. */
  readonly content: Readonly<Record<string, z.ZodType | null>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An address of the service. It is mounted, checked and described from this alone. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** Places in braces: `/v1/jobs/{id}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** What each place means. */
  readonly places?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  /** The JSON that it takes as its body. */
  readonly takes?: z.ZodType;
  /** Whether it takes a document as its body. */
  readonly takesDocument?: true;
  readonly answers: Readonly<Record<number, AnswerKind>>;
  /** Gives the answer, or null where it has sent it itself. */
  handle(asked: Asked, response: Response): Promise<Answer | null>;
}

/** Mounts a route. */
export function mount(application: Express, route: Route): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  application[route.method](path, async (request, response) => {
    const query = queryOf(request, route.query);
    const answer = await route.handle(
      { path: request.params as Record<string, string>, query, request },
      response,
    );
    if (answer === null) return;
    const { status = 200, type, body, headers = {} } = answer;
    response.status(status).set(headers).type(type).send(body);
  });
}

/** The parameters of an address by their schema: none twice, none that is unknown, all UTF-8. */
function queryOf(request: Request, schema: z.ZodObject | undefined): Record<string, unknown> {
  const given: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(
    request.originalUrl.split('?').slice(1).join('?'),
  )) {
    if (Object.hasOwn(given, key)) throw new Problem('bad_query', `${key} is given twice.`);
    if (value.includes('\uFFFD') || value.includes('\0')) {
      throw new Problem('bad_query', `${key} is no UTF-8. Write it as UTF-8, percent-encoded.`);
    }
    given[key] = value;
  }
  if (schema === undefined) {
    const [unknown] = Object.keys(given);
    if (unknown === undefined) return {};
    throw new Problem('bad_query', `${unknown}: this address takes no parameters.`);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const wrong = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new Problem('bad_query', `${wrong.join('; ').slice(0, 500)}.`);
}
