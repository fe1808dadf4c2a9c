import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import express, { type RequestHandler } from 'express';
import { isLoopback } from '../loopback.js';

export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface DashboardOptions {
  readonly queues: readonly Queue[];
  /** Host that it is bound to. */
  readonly host: string;
  /** Whether jobs may be retried and removed from it. */
  readonly writable: boolean;
  /** Needed where the host is not loopback, or jobs may be changed. */
  readonly login: Login | null;
}

/** The dashboard cannot be served like that; the message says what to do. */
export class DashboardError extends Error {}

/** Milliseconds between two looks of an open page at the queues, at least. */
const POLL = 5000;

/**
 * Bull Board as a server that is not bound yet: read-only unless told otherwise, open to everybody
 * on loopback alone.
 *
 * @throws DashboardError
 */
export function dashboardServer({ queues, host, writable, login }: DashboardOptions): Server {
  if (login === null && (writable || !isLoopback(host))) {
    throw new DashboardError(
      `Set GONGWEN_DASHBOARD_PASSWORD: ${writable ? 'who may change jobs' : `who comes to ${host}`} has to log in.`,
    );
  }
  const board = new ExpressAdapter();
  board.setBasePath('/');
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: !writable })),
    serverAdapter: board,
    options: {
      uiConfig: {
        boardTitle: 'gongwen',
        pollingInterval: { forceInterval: POLL / 1000 },
        hideRedisDetails: true,
      },
    },
  });
  const application = express();
  application.disable('x-powered-by');
  application.use(protectHeaders);
  if (login) application.use(askLogin(login));
  else application.use(onlyLocalNames);
  application.use(onlyOwnPages(writable));
  application.use('/', board.getRouter() as RequestHandler);
  return createServer(application);
}

const protectHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  next();
};

/** A foreign name that leads to loopback (DNS rebinding) would let web pages read the board. */
const onlyLocalNames: RequestHandler = (request, response, next) => {
  const host = hostOf(request.headers.host ?? '');
  if (isLoopback(host)) next();
  else response.status(403).type('text').send('Open it as localhost or 127.0.0.1.\n');
};

function hostOf(header: string): string {
  return header.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

/** Changes are made by the board's own pages alone, and not at all where it is read-only. */
const onlyOwnPages =
  (writable: boolean): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const origin = request.headers.origin;
    const own = origin === undefined || isSameHost(origin, request.headers.host);
    const site = request.headers['sec-fetch-site'];
    if (writable && own && (site === undefined || site === 'same-origin')) next();
    else response.status(403).type('text').send('The dashboard is read-only.\n');
  };

const isSameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

function askLogin({ user, password }: Login): RequestHandler {
  const expected = digest(`${user}:${password}`);
  return (request, response, next) => {
    const [scheme, value] = (request.headers.authorization ?? '').split(' ');
    const given = Buffer.from(scheme === 'Basic' ? (value ?? '') : '', 'base64').toString();
    if (timingSafeEqual(digest(given), expected)) return next();
    response.setHeader('www-authenticate', 'Basic realm="gongwen", charset="UTF-8"');
    response.status(401).type('text').send('Log in.\n');
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
