import { Socket } from 'node:net';
import { Client, type QueryResultRow } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatabasePlace } from './database-url.js';
import { DatabaseFault, databaseFault, LoadStopped } from './fault.js';

/** Milliseconds that a connection may take to be made. */
const CONNECTING = 15_000;
/** Milliseconds more than the server is given that its answer is waited for. */
const GRACE = 10_000;
/** Milliseconds for a session to end in good order. */
const ENDING = 3000;
/** The first version of PostgreSQL that writes numbers with as many digits as they need. */
const LEAST_VERSION = 120_000;

export interface SessionOptions {
  /** Longest time that one statement may take, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/**
 * One connection in one transaction. Each wait for the server is bounded by the server itself and, where it
 * does not answer any more, from here; a signal cancels what the server is doing.
 */
export class Session {
  private readonly stop = (): void => void this.cancel();
  /** Why the connection was cut from here. */
  private cut: Error | null = null;
  private backend: number | null = null;

  private constructor(
    private readonly client: Client,
    private readonly socket: Socket,
    private readonly place: DatabasePlace,
    private readonly options: SessionOptions,
  ) {
    // What becomes of a connection is heard by the statement that is under way, or by the next one.
    client.on('error', () => {});
    options.signal?.addEventListener('abort', this.stop, { once: true });
  }

  /**
   * Connects and begins the transaction.
   *
   * @throws DatabaseFault, LoadStopped
   */
  static async begin(
    place: DatabasePlace,
    options: SessionOptions,
    isolation: 'READ COMMITTED' | 'REPEATABLE READ' = 'READ COMMITTED',
  ): Promise<Session> {
    const { client, socket } = clientOf(place);
    const session = new Session(client, socket, place, options);
    try {
      await session.bounded(() => client.connect(), CONNECTING);
      await session.setUp(isolation);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Rows of one statement. */
  async rows<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.bounded(() => this.client.query<Row>(sql, values))).rows;
  }

  /** Runs one statement, and gives the number of rows that it wrote. */
  async run(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.bounded(() => this.client.query(sql, values))).rowCount ?? 0;
  }

  /** Runs statements without values, with semicolons between them. */
  async runAll(sql: string): Promise<void> {
    await this.bounded(() => this.client.query(sql));
  }

  /** Hands rows in the text format of COPY to the server. */
  async copy(sql: string, text: string): Promise<void> {
    await this.bounded(
      () =>
        new Promise<void>((resolve, reject) => {
          const stream = this.client.query(copyFrom(sql));
          stream.once('error', reject).once('finish', resolve);
          stream.end(text);
        }),
    );
  }

  /** Keeps what was done. */
  async commit(): Promise<void> {
    await this.runAll('COMMIT');
  }

  /** Ends the connection; what was not committed is undone. */
  async close(): Promise<void> {
    this.options.signal?.removeEventListener('abort', this.stop);
    const late = setTimeout(() => this.socket.destroy(), ENDING);
    try {
      // Ends the transaction before the program ends: whoever comes next finds no lock.
      if (this.backend !== null && !this.cut) await this.client.query('ROLLBACK');
      await this.client.end();
    } catch {
      // The connection is lost already, and the server undoes the transaction by itself.
      this.socket.destroy();
    } finally {
      clearTimeout(late);
    }
  }

  private async setUp(isolation: string): Promise<void> {
    // From here on a pool of connections between here and the server hands out one and the same.
    await this.runAll(`BEGIN ISOLATION LEVEL ${isolation}`);
    const [server] = await this.rows<{ version: string; encoding: string; backend: number }>(
      `SELECT current_setting('server_version_num') AS version,
        current_setting('server_encoding') AS encoding, pg_backend_pid() AS backend`,
    );
    const { version, encoding, backend } = server!;
    const { name } = this.place;
    if (Number(version) < LEAST_VERSION) {
      throw new DatabaseFault(`${name}: PostgreSQL 12 or later is needed, this is ${version}.`);
    }
    if (encoding !== 'UTF8') {
      throw new DatabaseFault(
        `${name} has the encoding ${encoding}, which does not hold all characters of the notices. Make one with UTF8: createdb --encoding UTF8 --template template0 NAME.`,
      );
    }
    this.backend = backend;
    const settings: Record<string, string> = {
      // Digests are made of values as text, so they must be written alike everywhere.
      ...{ client_encoding: 'UTF8', DateStyle: 'ISO, YMD', extra_float_digits: '1' },
      ...{ standard_conforming_strings: 'on', work_mem: '64MB', jit: 'off' },
      statement_timeout: String(this.options.timeout),
      lock_timeout: String(Math.min(this.options.timeout, 30_000)),
      idle_in_transaction_session_timeout: String(Math.max(this.options.timeout, 60_000)),
      // A server that computes looks whether anybody still waits for it.
      ...(Number(version) >= 140_000 && { client_connection_check_interval: '5s' }),
    };
    const statements = Object.entries(settings).map(
      ([key, value]) => `SET LOCAL ${key} = '${value}'`,
    );
    await this.runAll(statements.join(';'));
  }

  private async bounded<T>(
    work: () => Promise<T>,
    milliseconds = this.options.timeout + GRACE,
  ): Promise<T> {
    const { name } = this.place;
    if (this.options.signal?.aborted) throw new LoadStopped('stopped');
    const timer = setTimeout(() => {
      this.cut = new DatabaseFault(
        `${name} does not answer. Nothing was changed, unless it had begun to keep it: see gongwen load --check.`,
      );
      this.socket.destroy();
    }, milliseconds);
    try {
      return await work();
    } catch (error) {
      if (this.options.signal?.aborted) throw new LoadStopped('stopped', { cause: error });
      throw this.cut ?? databaseFault(error, name);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Has the server give up what it is doing; where that fails, cuts the connection. */
  private async cancel(): Promise<void> {
    const cut = setTimeout(() => this.socket.destroy(), ENDING);
    cut.unref();
    const { client, socket } = clientOf(this.place);
    client.on('error', () => {});
    const late = setTimeout(() => socket.destroy(), ENDING);
    try {
      await client.connect();
      if (this.backend !== null) {
        await client.query('SELECT pg_cancel_backend($1)', [this.backend]);
      }
      await client.end();
    } catch {
      // No second connection is to be had: the first one is cut, and the server undoes its transaction.
      this.socket.destroy();
    } finally {
      clearTimeout(late);
    }
  }
}

/** A client with the socket that it uses, so that it can be cut. */
function clientOf({ config }: DatabasePlace): { client: Client; socket: Socket } {
  const socket = new Socket();
  return { client: new Client({ ...config, stream: () => socket }), socket };
}
