import { type ChildProcess, spawn } from 'node:child_process';

/** How a program is run. */
export interface ToolRun {
  /** Given on its standard input. */
  readonly input?: Uint8Array;
  /** Milliseconds until it is killed. */
  readonly timeout: number;
  /** Set beside this process's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** What became of a run. */
export interface ToolEnd {
  /** What it wrote to its standard output. */
  readonly output: string;
  /** Why it gave nothing of use; null where it ended well. */
  readonly failure: string | null;
}

/** Characters of a program's standard error that are kept to tell why it ended. */
const KEPT = 500;
/** Bytes of output: no page has as many words. */
const MOST_OUTPUT = 64 * 1024 * 1024;
/** Programs of one process that may run at once; more are not told of. */
const MOST_RUNNING = 32;

/**
 * Process groups of the programs that run now, 0 in free places: a thread that watches this process
 * can end them.
 */
export const runningTools = new Int32Array(new SharedArrayBuffer(MOST_RUNNING * 4));

/** Called with the groups that run now whenever they change. */
let listener: (groups: readonly number[]) => void = () => {};

export function onRunningTools(heard: (groups: readonly number[]) => void): void {
  listener = heard;
}

/**
 * Runs a program in a process group of its own, as some start others that must end with them, and
 * kills all of it when its time is over. Never rejects.
 */
export function runTool(
  command: string,
  args: readonly string[],
  { input, timeout, env }: ToolRun,
): Promise<ToolEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    note(0, child.pid ?? 0);
    const output: Buffer[] = [];
    let length = 0;
    let says = '';
    let failure: string | null = null;
    const stop = (reason: string): void => {
      failure ??= reason;
      endGroup(child);
    };
    const timer = setTimeout(() => stop(`it took longer than ${timeout / 1000} s`), timeout);
    const settle = (reason: string | null): void => {
      clearTimeout(timer);
      note(child.pid ?? 0, 0);
      resolve({ output: Buffer.concat(output).toString('utf8'), failure: failure ?? reason });
    };
    child.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= MOST_OUTPUT) output.push(part);
      else stop('it wrote without end');
    });
    child.stderr.on('data', (part: Buffer) => {
      says = (says + part.toString('utf8')).slice(-KEPT);
    });
    child.on('error', (error) => settle(error.message));
    // What it leaves behind would hold its output open.
    child.on('exit', () => endGroup(child));
    child.on('close', (status, signal) => {
      const words =
        says.trim().split('\n').at(-1) || `it ended with ${signal ?? `status ${status}`}`;
      settle(status === 0 ? null : words);
    });
    // A program that ends early closes its input; its status tells why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Ends a program's group; its number is that of the program that was started. */
export function killGroup(group: number): void {
  try {
    process.kill(process.platform === 'win32' ? group : -group, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) killGroup(pid);
}

/** Puts a group in the place of another; 0 stands for none. */
function note(from: number, to: number): void {
  const place = runningTools.indexOf(from);
  if (place < 0 || from === to) return;
  Atomics.store(runningTools, place, to);
  listener([...runningTools].filter((group) => group !== 0));
}
