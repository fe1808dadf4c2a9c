import { AddressGuard, type Resolve } from './addresses.js';
import { type Answer, Client } from './client.js';
import { FetchError } from './fetch-error.js';
import { HostClock, type Sleep, sleep } from './host-clock.js';
import { retryAfter } from './retry-after.js';
import { NO_ROBOTS, type Robots, robotsOf } from './robots.js';
import type { FetchSettings } from './settings.js';

/** What is known of an address from the time before. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What an address gave. */
export type Fetched =
  | { readonly unchanged: true }
  | {
      readonly unchanged: false;
      /** Where it was found in the end. */
      readonly finalUrl: string;
      readonly body: Buffer;
      /** By the header, as written; null where it does not say. */
      readonly charset: string | null;
      readonly contentType: string | null;
      readonly validators: Validators;
    };

/** Its parts that touch the world, for tests. */
export interface FetchEnvironment {
  readonly resolve?: Resolve;
  readonly sleep?: Sleep;
  /** Shared by all who fetch at the same time. */
  readonly clock?: HostClock;
}

/** Fetches addresses politely: robots.txt, one clock a host, bounded pauses, tries and redirects. */
export class Fetcher {
  private readonly client: Client;
  private readonly guard: AddressGuard;
  private readonly clock: HostClock;
  private readonly robots = new Map<string, Promise<Robots>>();

  constructor(
    private readonly settings: FetchSettings,
    environment: FetchEnvironment = {},
  ) {
    this.guard = new AddressGuard(settings.allowHosts, environment.resolve);
    this.client = new Client(this.guard, settings);
    this.clock = environment.clock ?? new HostClock(environment.sleep ?? sleep);
  }

  /**
   * Asks for an address; with validators, only for what has changed since.
   *
   * @throws FetchError, or the signal's reason where it is aborted
   */
  async fetch(
    address: string,
    signal: AbortSignal,
    known: Validators = { etag: null, lastModified: null },
  ): Promise<Fetched> {
    const headers: Record<string, string> = {};
    if (known.etag !== null) headers['if-none-match'] = known.etag;
    if (known.lastModified !== null) headers['if-modified-since'] = known.lastModified;
    const { url, answer } = await this.follow(address, headers, signal);
    if (answer.status === 304) {
      if (Object.keys(headers).length > 0) return { unchanged: true };
      throw new FetchError('fetch_bad_answer', url.href, 'status 304 without having asked', 304);
    }
    const contentType = answer.headers.get('content-type') ?? null;
    return {
      unchanged: false,
      finalUrl: url.href,
      body: answer.body,
      charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null,
      contentType,
      validators: {
        etag: answer.headers.get('etag') ?? null,
        lastModified: answer.headers.get('last-modified') ?? null,
      },
    };
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  /** Every hop is checked as if it had been asked for: address, robots.txt, the host's clock. */
  private async follow(
    address: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<{ url: URL; answer: Answer }> {
    let url = urlOf(address);
    for (let hop = 0; hop <= this.settings.maxRedirects; hop++) {
      this.guard.check(url);
      const answer = await this.patiently(url, headers, signal);
      if (!isRedirect(answer.status)) {
        refuseFailure(url, answer);
        return { url, answer };
      }
      url = redirectOf(url, answer);
    }
    throw new FetchError('fetch_redirects', address, `more than ${this.settings.maxRedirects}`);
  }

  /** Tries again where that can help, after the pause that the site asks for. */
  private async patiently(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { tries, backoff } = this.settings;
    for (let attempt = 1; ; attempt++) {
      const pause = backoff * 1000 * 2 ** (attempt - 1);
      const answer = await this.once(url, headers, signal).catch((error: unknown) => {
        if (error instanceof FetchError && error.retryable && attempt < tries) return null;
        throw error;
      });
      if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
      if (answer !== null && attempt >= tries) return answer;
      this.clock.postpone(url.host, answer === null ? pause : this.askedPause(url, answer, pause));
    }
  }

  private async once(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const interval = await this.permitted(url, signal);
    return this.clock.inTurn(url.host, interval, signal, () =>
      this.client.get(url, headers, signal),
    );
  }

  /** The pause that a site asks for, else ours; one that is too long ends the tries. */
  private askedPause(url: URL, { status, headers }: Answer, pause: number): number {
    const asked = retryAfter(headers.get('retry-after'), Date.now());
    if (asked !== null && asked > this.settings.longestPause * 1000) {
      const says = `status ${status}, Retry-After ${Math.round(asked / 1000)} s`;
      throw new FetchError('fetch_throttled', url.href, says, status);
    }
    return asked ?? pause;
  }

  /** Milliseconds between two requests of the host, where robots.txt allows the address. */
  private async permitted(url: URL, signal: AbortSignal): Promise<number> {
    let rules = this.robots.get(url.origin);
    if (rules === undefined) {
      rules = this.readRobots(url.origin, signal);
      this.robots.set(url.origin, rules);
      // What could not be read is asked for again by the next one who needs it.
      rules.catch(() => this.robots.delete(url.origin));
    }
    const robots = await rules;
    if (!robots.isAllowed(url.href)) throw new FetchError('fetch_robots', url.href);
    const delay = robots.crawlDelay ?? 0;
    if (delay > this.settings.longestPause) {
      throw new FetchError('fetch_robots', url.href, `it asks for pauses of ${delay} s`);
    }
    return Math.max(this.settings.interval, delay) * 1000;
  }

  private async readRobots(origin: string, signal: AbortSignal): Promise<Robots> {
    const { interval, maxRedirects, userAgent } = this.settings;
    let url = new URL('/robots.txt', origin);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const at = url;
      const answer = await this.clock
        .inTurn(at.host, interval * 1000, signal, () => this.client.get(at, {}, signal))
        .catch((error: unknown) => unreachable(error, at.href));
      if (!isRedirect(answer.status))
        return robotsOf(new URL('/robots.txt', origin).href, answer, userAgent);
      url = redirectOf(at, answer);
    }
    return NO_ROBOTS;
  }
}

/** A forbidden address stays what it is; what else keeps robots.txt from being read can pass. */
function unreachable(error: unknown, url: string): never {
  if (!(error instanceof FetchError) || error.code === 'fetch_forbidden_address') throw error;
  throw new FetchError('fetch_robots_unreachable', url, error.message);
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

function redirectOf(from: URL, { headers }: Answer): URL {
  const target = headers.get('location');
  // Many sites write the location in UTF-8, which comes as single bytes.
  const written = target && Buffer.from(target, 'latin1').toString('utf8');
  if (written && URL.canParse(written, from.href)) return new URL(written, from);
  throw new FetchError('fetch_redirects', from.href, 'the redirect names no address');
}

function urlOf(address: string): URL {
  if (!URL.canParse(address)) throw new FetchError('fetch_bad_address', address);
  const url = new URL(address);
  url.hash = '';
  return url;
}

function refuseFailure(url: URL, { status }: Answer): void {
  const says = `status ${status}`;
  if (status === 429 || status === 503) {
    throw new FetchError('fetch_throttled', url.href, says, status);
  }
  if (status >= 500) throw new FetchError('fetch_server_error', url.href, says, status);
  if ((status < 200 || status > 299) && status !== 304) {
    throw new FetchError('fetch_status', url.href, says, status);
  }
}
