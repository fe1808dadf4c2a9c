import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { endProcess } from './end-process.js';
import { installedServer } from './ensure-redis.js';

/** A Redis server of one's own, on a free port, with its data in a new folder. */
export class RedisServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-redis-'));
  private process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  /** Starts a server, or with `later` only finds it a port. */
  static async start(how: { later?: true; args?: readonly string[] } = {}): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    if (!how.later) await server.run(how.args);
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again with the data that it had; resolves when it answers. */
  async run(args: readonly string[] = []): Promise<void> {
    const program = installedServer();
    if (program === null) throw new Error('No redis-server: npx tsx scripts/ensure-redis.ts');
    const settings = {
      port: String(this.port),
      bind: '127.0.0.1',
      dir: this.folder,
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '',
      'maxmemory-policy': 'noeviction',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.process = spawn(program, [...flags, ...args], { stdio: 'ignore' });
    await this.answers();
  }

  /** Ends it; with SIGKILL as a failing machine would. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { process } = this;
    if (!process) return;
    this.process = undefined;
    await endProcess(process, signal);
  }

  /** Lets it answer nothing until it goes on: its connections stand. */
  pause(): void {
    this.process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.process?.kill('SIGCONT');
  }

  /** Sets one of its settings while it runs. */
  async set(name: string, value: string): Promise<void> {
    const redis = new Redis(this.url);
    try {
      await redis.config('SET', name, value);
    } finally {
      redis.disconnect();
    }
  }

  /** Ends it and takes its data away. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    const redis = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    redis.on('error', () => {});
    try {
      await redis.ping();
    } finally {
      redis.disconnect();
    }
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
