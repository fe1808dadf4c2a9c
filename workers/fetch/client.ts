import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, errors, request } from 'undici';
import type { AddressGuard } from './addresses.js';
import { FetchError } from './fetch-error.js';
import type { FetchSettings } from './settings.js';

/** One answer; redirects are not followed here. */
export interface Answer {
  readonly status: number;
  /** Names in small letters; of several values the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** Unpacked; empty unless the status is 2xx. */
  readonly body: Buffer;
}

/** Sends single requests within limits, to addresses that the guard lets through. */
export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly guard: AddressGuard,
    private readonly settings: FetchSettings,
  ) {
    const { connectTimeout, headersTimeout, bodyTimeout } = settings;
    this.agent = new Agent({
      connect: buildConnector({ timeout: connectTimeout * 1000, lookup: guard.lookup }),
      headersTimeout: headersTimeout * 1000,
      bodyTimeout: bodyTimeout * 1000,
      maxHeaderSize: 64 * 1024,
      // A host is asked one thing at a time, and the pause after it may outlast the connection.
      pipelining: 1,
      keepAliveTimeout: 4000,
    });
  }

  /** @throws FetchError, or the signal's reason where it is aborted */
  async get(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    maxBytes = this.settings.maxBytes,
  ): Promise<Answer> {
    this.guard.check(url);
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), this.settings.wholeTimeout * 1000);
    const stop = AbortSignal.any([signal, over.signal]);
    try {
      return await this.send(url, headers, stop, maxBytes);
    } catch (error) {
      signal.throwIfAborted();
      if (over.signal.aborted) throw new FetchError('fetch_timeout', url.href);
      throw asFetchError(error, url.href);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async send(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    maxBytes: number,
  ): Promise<Answer> {
    const {
      statusCode,
      headers: raw,
      body,
    } = await request(url, {
      dispatcher: this.agent,
      signal,
      headers: {
        'user-agent': this.settings.userAgent,
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
    });
    const named = firstValues(raw);
    if (statusCode < 200 || statusCode > 299) {
      body.on('error', () => {}).destroy();
      return { status: statusCode, headers: named, body: Buffer.alloc(0) };
    }
    const declared = Number(named.get('content-length') ?? 0);
    if (declared > maxBytes) {
      body.on('error', () => {}).destroy();
      throw new FetchError('fetch_too_large', url.href, `${declared} bytes`);
    }
    const content = await contentOf(body, named.get('content-encoding'), maxBytes, url.href);
    return { status: statusCode, headers: named, body: content };
  }
}

function firstValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) named.set(name.toLowerCase(), first);
  }
  return named;
}

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/** Both what comes and what it unpacks to are bounded. */
async function contentOf(
  body: NodeJS.ReadableStream & { destroy(): unknown },
  encoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return bounded(body, maxBytes, url);
  if (!(name in UNPACKERS)) {
    body.on('error', () => {}).destroy();
    throw new FetchError('fetch_bad_answer', url, `content-encoding ${name.slice(0, 40)}`);
  }
  const unpacker = UNPACKERS[name as keyof typeof UNPACKERS]();
  body.on('error', (error: Error) => unpacker.destroy(error));
  body.pipe(unpacker);
  try {
    return await bounded(unpacker, maxBytes, url);
  } finally {
    body.on('error', () => {}).destroy();
  }
}

async function bounded(
  stream: AsyncIterable<unknown>,
  maxBytes: number,
  url: string,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (bytes > maxBytes) throw new FetchError('fetch_too_large', url, `above ${maxBytes} bytes`);
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

const TIMEOUTS = [
  errors.ConnectTimeoutError,
  errors.HeadersTimeoutError,
  errors.BodyTimeoutError,
] as const;

function asFetchError(error: unknown, url: string): FetchError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchError) return cause;
    if (TIMEOUTS.some((kind) => cause instanceof kind)) return new FetchError('fetch_timeout', url);
  }
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ETIMEDOUT') return new FetchError('fetch_timeout', url);
  const broken = code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT');
  return new FetchError(broken ? 'fetch_bad_answer' : 'fetch_network', url, message || code);
}
