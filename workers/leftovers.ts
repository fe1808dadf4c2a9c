import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.js';

const OF_A_RUN = /^(?:staging|running)-(\d+)$/;

/** Says in a dataset's work folder that this process runs, until what is returned is called. */
export function claimRun(folder: string): () => void {
  const path = join(folder, `running-${process.pid}`);
  writeFileSync(path, '');
  const release = (): void => rmSync(path, { force: true });
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

/** The id of a process that runs in a dataset's work folder, other than this one; null: none. */
export function atWork(folder: string): number | null {
  const pids = readdirSync(folder).map((name) => Number(OF_A_RUN.exec(name)?.[1] ?? 0));
  return pids.find((pid) => pid > 0 && isAlive(pid)) ?? null;
}

/** Names in a dataset's work folder that runs which are no more have left. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const pid = OF_A_RUN.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
}

/** Removes them. */
export function removeLeftovers(folder: string): void {
  for (const name of leftovers(folder))
    rmSync(join(folder, name), { recursive: true, force: true });
}
