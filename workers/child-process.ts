import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ChildJob,
  ChildMessage,
  ChildSettings,
  ParentMessage,
  ToolsMessage,
} from './messages.js';
import { killGroup } from './outside-tools/run-tool.js';
import { removeToolFolders } from './outside-tools/tool-folders.js';

/** How a child ended. */
export interface ChildEnd {
  readonly outOfMemory: boolean;
  /** Whether SIGKILL ended it, as a system does that has no memory left. */
  readonly killed: boolean;
  /** The last words it wrote, or the signal or status it ended with. */
  readonly says: string;
}

export interface ChildEvents {
  message(message: ChildMessage): void;
  /** A line of its standard error. */
  line(line: string): void;
  end(end: ChildEnd): void;
}

/** Characters of a child's standard error that are kept to tell why it ended. */
const KEPT = 4096;
const OUT_OF_MEMORY =
  /(?:heap|process) out of memory|ERR_WORKER_OUT_OF_MEMORY|std::bad_alloc|Array buffer allocation failed/i;

/** One child process; it dies when told, whatever it is doing. */
export class Child {
  private readonly process: ChildProcess;
  /** Process groups of the outside programs that it runs now. */
  private tools: readonly number[] = [];
  private lastWords = '';
  private unfinishedLine = '';

  /** `maxMemory`: MiB of its JavaScript heap. */
  constructor(settings: ChildSettings, maxMemory: number, events: ChildEvents) {
    this.process = forkEntry(entryPath('./child.js', import.meta.url), maxMemory, {
      stderr: 'pipe',
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-KEPT);
      this.lines(text, events);
    });
    this.process.on('message', (message) => {
      const heard = message as ChildMessage | ToolsMessage;
      if (heard.type === 'tools') this.tools = heard.groups;
      else events.message(heard);
    });
    // A message to a child that has just died gives an error too; its end is told by 'close'.
    this.process.on('error', (error) => {
      if (this.process.pid === undefined) {
        events.end({ outOfMemory: false, killed: false, says: error.message });
      }
    });
    this.process.on('close', (status, signal) => {
      const { pid } = this.process;
      if (this.tools.length > 0 && pid !== undefined) removeToolFolders(pid);
      events.end(childEnd(this.lastWords, status, signal));
    });
    this.send({ type: 'settings', settings });
  }

  give(job: ChildJob): void {
    this.send({ type: 'job', job });
  }

  kill(): void {
    this.process.kill('SIGKILL');
    for (const group of this.tools) killGroup(group);
  }

  private send(message: ParentMessage): void {
    if (this.process.connected) this.process.send(message, () => {});
  }

  private lines(text: string, events: ChildEvents): void {
    const lines = (this.unfinishedLine + text).split('\n');
    this.unfinishedLine = (lines.pop() ?? '').slice(-KEPT);
    for (const line of lines) events.line(line);
  }
}

/** How a process ended, by its last words on standard error and what the system says of it. */
export function childEnd(
  lastWords: string,
  status: number | null,
  signal: NodeJS.Signals | null,
): ChildEnd {
  const outOfMemory = OUT_OF_MEMORY.test(lastWords);
  const error = /^\w*(?:Error|Exception)\b.*$/m.exec(lastWords)?.[0];
  const says = error ?? (signal ? `signal ${signal}` : `status ${status}`);
  return { outOfMemory, killed: signal === 'SIGKILL', says };
}

const running = fileURLToPath(import.meta.url);

/** Path of an entry, `./child.js`, beside the module of the given URL, compiled or not as it is. */
export function entryPath(name: string, beside: string): string {
  const path = fileURLToPath(new URL(name, beside));
  return beside.endsWith('.ts') ? path.replace(/\.js$/, '.ts') : path;
}

/** How a process is started beside its heap's limit. */
interface ForkOptions {
  readonly stderr?: 'pipe' | 'ignore';
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts an entry that is told its heap's limit, in MiB, and talks by messages; bytes pass as bytes. */
export function forkEntry(
  path: string,
  maxMemory: number,
  options: ForkOptions = {},
): ChildProcess {
  const { stderr = 'ignore', env = process.env } = options;
  return fork(path, [String(maxMemory)], {
    execArgv: [...loaderFlags(), `--max-old-space-size=${maxMemory}`],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
  });
}

/** Flags of Node for an entry; sources need tsx, wherever the program is started from. */
export function loaderFlags(): string[] {
  if (!running.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(running).resolve('tsx')).href];
}
