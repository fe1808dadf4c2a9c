import { setTimeout as delay } from 'node:timers/promises';

/** Waits some milliseconds; rejects where the signal is aborted before. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (milliseconds, signal) => delay(milliseconds, undefined, { signal });

interface Host {
  /** Ends when the last one in the row has had its turn. */
  turn: Promise<void>;
  /** No request before this time. */
  free: number;
}

/**
 * One clock a host: one request at a time, each at least an interval after the former one ended.
 * What a site asks for (Retry-After) holds for all who want something of it.
 */
export class HostClock {
  private readonly hosts = new Map<string, Host>();

  constructor(
    private readonly wait: Sleep = sleep,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Does some work in the host's turn; the next one waits `interval` milliseconds from its end. */
  async inTurn<Result>(
    name: string,
    interval: number,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const host = this.host(name);
    const former = host.turn;
    const { promise, resolve } = withResolver();
    host.turn = promise;
    try {
      await former;
      const rest = host.free - this.now();
      if (rest > 0) await this.wait(rest, signal);
      signal.throwIfAborted();
      try {
        return await work();
      } finally {
        host.free = Math.max(host.free, this.now() + interval);
      }
    } finally {
      resolve();
    }
  }

  /** Nobody asks the host for anything within the next `milliseconds`. */
  postpone(name: string, milliseconds: number): void {
    const host = this.host(name);
    host.free = Math.max(host.free, this.now() + milliseconds);
  }

  private host(name: string): Host {
    let host = this.hosts.get(name);
    if (host === undefined) {
      host = { turn: Promise.resolve(), free: Number.NEGATIVE_INFINITY };
      this.hosts.set(name, host);
    }
    return host;
  }
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
