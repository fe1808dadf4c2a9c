import type { Request, RequestHandler } from 'express';
import { OPEN_PATHS } from './guard.js';
import { Problem, retryAfter } from './problem.js';

/** Seconds over which a client may be faster than on average. */
const BURST = 10;
/** Clients that are known at a time; those that have not asked for the longest are forgotten first. */
const MOST_CLIENTS = 10_000;

/** What a client may still ask, as of a time. */
interface Allowance {
  left: number;
  time: number;
}

/**
 * Lets each client ask so often a second on average, more for a short while (a token bucket).
 *
 * @param clientOf tells one client from another
 * @param now seconds, of a clock that never goes back
 */
export function rateLimit(
  rate: number,
  clientOf: (request: Request) => string,
  now: () => number = () => performance.now() / 1000,
): RequestHandler {
  const most = rate * BURST;
  const clients = new Map<string, Allowance>();
  return (request, _response, next) => {
    if (OPEN_PATHS.has(request.path)) return next();
    const client = clientOf(request);
    const time = now();
    const former = clients.get(client) ?? { left: most, time };
    const left = Math.min(most, former.left + (time - former.time) * rate);
    clients.delete(client);
    clients.set(client, { left: left < 1 ? left : left - 1, time });
    if (clients.size > MOST_CLIENTS) clients.delete(clients.keys().next().value!);
    if (left >= 1) return next();
    const seconds = (1 - left) / rate;
    throw new Problem('too_many_requests', `At most ${rate} a second.`, retryAfter(seconds));
  };
}

/** An address as far as it tells one client from another: of IPv6 the network. */
export const networkOf = (address: string): string =>
  address.includes('.') ? address : address.split(':').slice(0, 4).join(':');
