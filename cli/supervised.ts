import { spawn } from 'node:child_process';
import { ExitStatus } from './exit-status.js';

/** Set in the process that does the work of a command that another one watches over. */
const WATCHED = 'GONGWEN_WATCHED';

/** Whether this process does such work. */
export const isWatched = (): boolean => process.env[WATCHED] === String(process.ppid);

/**
 * Runs the same command in a process of its own and gives its exit status: what computes for long
 * without a pause hears no signal, so this process hears it and ends the other one.
 */
export function runWatched(): Promise<number> {
  const [entry, ...args] = process.argv.slice(1);
  const child = spawn(process.execPath, [...process.execArgv, entry!, ...args], {
    stdio: 'inherit',
    env: { ...process.env, [WATCHED]: String(process.pid) },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? ExitStatus.interrupted));
  });
}
