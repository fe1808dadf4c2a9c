import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { isLoopback } from '../../workers/loopback.js';
import type { ServiceSettings } from '../settings.js';
import { Problem } from './problem.js';

type Guarded = Pick<ServiceSettings, 'host' | 'tokens' | 'allowedHosts' | 'allowedOrigins'>;

/** Addresses that programs which watch the service may ask without a token. */
export const OPEN_PATHS: ReadonlySet<string> = new Set(['/healthz', '/ready']);
const ANY = new Set(['0.0.0.0', '::']);

/**
 * Lets through who asks under a name of this service: a foreign name that leads here (DNS rebinding)
 * would let web pages read it. Where a token is asked for and no names are given, any name will do.
 */
export function onlyKnownNames({ host, tokens, allowedHosts }: Guarded): RequestHandler {
  const names = new Set(allowedHosts.map((name) => name.toLowerCase()));
  const anyName = ANY.has(host) && tokens !== null && names.size === 0;
  return (request, _response, next) => {
    const asked = nameOf(request.headers.host ?? '');
    const known = isLoopback(asked) || asked === host.toLowerCase() || names.has(asked);
    if (anyName || known || (ANY.has(host) && tokens !== null && isIP(asked) !== 0)) return next();
    throw new Problem('forbidden_host', 'Ask it by its name, or name this one with --allow-host.');
  };
}

/** The host without port and brackets. */
export const nameOf = (header: string): string =>
  header
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();

/** Lets through pages of this service and of allowed origins, and programs, which name none. */
export function onlyKnownOrigins({ allowedOrigins }: Guarded): RequestHandler {
  const origins = new Set(allowedOrigins);
  return (request, response, next) => {
    const { origin, host } = request.headers;
    response.vary('Origin');
    if (origin === undefined) return next();
    if (!origins.has(origin) && !isSameHost(origin, host)) {
      throw new Problem('forbidden_origin', `Name ${origin.slice(0, 200)} with --allow-origin.`);
    }
    response.set('access-control-allow-origin', origin);
    response.set('access-control-expose-headers', 'Link, Location, Retry-After, ETag');
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers':
        'Accept, Authorization, Content-Type, Gongwen-Password, Prefer',
      'access-control-max-age': '600',
    });
    response.status(204).end();
  };
}

const isSameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

/** Lets through who brings one of the tokens. */
export function onlyWithToken({ tokens }: Guarded): RequestHandler {
  const expected = tokens?.map(digest) ?? null;
  return (request, _response, next) => {
    if (expected === null || OPEN_PATHS.has(request.path)) return next();
    const given = digest(bearerOf(request) ?? '');
    // Each is compared, so that time tells nothing.
    if (expected.filter((each) => timingSafeEqual(each, given)).length > 0) return next();
    throw new Problem('unauthorized', 'Send Authorization: Bearer with a token.', {
      'www-authenticate': 'Bearer realm="gongwen"',
    });
  };
}

/** The token of a request. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): string | null {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
