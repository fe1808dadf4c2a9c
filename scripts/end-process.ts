import type { ChildProcess } from 'node:child_process';

/** Sends a signal to a server's process, and resolves when it has ended. */
export const endProcess = (process: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill(signal);
  });
