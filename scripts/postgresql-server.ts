import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import { endProcess } from './end-process.js';
import { NO_POSTGRESQL, postgresqlPrograms } from './ensure-postgresql.js';
import { freePort } from './redis-server.js';

/** Milliseconds that a server may take to be ready. */
const STARTING = 60_000;
/** The user that owns the server, with this password where it comes by TCP. */
const OWNER = 'gongwen_owner';
export const PASSWORD = 'ping@n/2025:%';

/** Settings of a server that holds nothing of worth: no disk is waited for. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A PostgreSQL server of one's own, on a socket and a free port, with its data in a new folder. */
export class PostgresqlServer {
  private process: ChildProcess | undefined;

  private constructor(
    /** The folder of its socket and its data. */
    readonly folder: string,
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Makes and starts a server; `settings` are those of postgresql.conf. */
  static async start(
    settings: Readonly<Record<string, string>> = SETTINGS,
  ): Promise<PostgresqlServer> {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-postgresql-'));
    const server = new PostgresqlServer(folder, await freePort(), settings);
    server.initialise();
    await server.run();
    return server;
  }

  /** The address of a database, without a password, by the socket. */
  url(database = 'postgres', user = OWNER): string {
    return `postgres://${user}@/${database}?host=${this.folder}&port=${this.port}`;
  }

  /** The address by TCP, which wants a password. */
  tcpUrl(database = 'postgres', user = OWNER): string {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it, or starts it again with the data that it had. */
  async run(): Promise<void> {
    const settings = {
      ...{ listen_addresses: '127.0.0.1', port: String(this.port), max_connections: '20' },
      ...{ unix_socket_directories: this.folder, ...this.settings },
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [program, args] = this.command('postgres', ['-D', this.data, ...flags]);
    this.process = spawn(program, args, { stdio: 'ignore' });
    await this.answers();
  }

  /** Rows of a query, in a connection of its own. */
  async query<Row extends QueryResultRow>(sql: string, url = this.url()): Promise<Row[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it, connections or not. */
  async stop(signal: NodeJS.Signals = 'SIGQUIT'): Promise<void> {
    const { process } = this;
    if (!process) return;
    this.process = undefined;
    await endProcess(process, signal);
  }

  /** Ends it and takes its data away. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private initialise(): void {
    const words = join(this.folder, 'password');
    writeFileSync(words, `${PASSWORD}\n`);
    const user = serverUser();
    if (user) for (const path of [this.folder, words]) chownSync(path, user.uid, user.gid);
    const auth = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${words}`];
    const [program, args] = this.command('initdb', [
      ...['-D', this.data, '-U', OWNER, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', ...auth],
    ]);
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`initdb: ${stderr}`);
  }

  /** A program of the server, run by a user who is not root, as the server demands. */
  private command(name: string, args: readonly string[]): [string, string[]] {
    const folder = postgresqlPrograms();
    if (folder === null) throw new Error(NO_POSTGRESQL);
    const program = join(folder, name);
    const user = serverUser();
    if (!user) return [program, [...args]];
    const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--'];
    return ['setpriv', [...as, program, ...args]];
  }

  private async answers(): Promise<void> {
    const until = Date.now() + STARTING;
    for (;;) {
      try {
        await this.query('SELECT 1');
        return;
      } catch (error) {
        if (Date.now() > until || this.process?.exitCode != null) throw error;
        await delay(100);
      }
    }
  }
}

/** Who runs the server where this user is root: postgres, whom Debian's package makes, else nobody. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || 65_534);
  return { uid: id('-u'), gid: id('-g') };
}
