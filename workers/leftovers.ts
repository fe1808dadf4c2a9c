import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.js';

/** Names of what a run writes beside its place; group 1: the id of its process. */
export const OF_A_RUN = /^(?:staging|running)-(\d+)$/;

/** Says in a dataset's work folder that this process runs, until what is returned is called. */
export function claimRun(folder: string): () => void {
  const path = join(folder, `running-${process.pid}`);
  writeFileSync(path, '');
  return untilExit(() => rmSync(path, { force: true }));
}

/** The id of a process that runs in a dataset's work folder; null: none. */
export function atWork(folder: string): number | null {
  const pids = readdirSync(folder).map((name) => Number(OF_A_RUN.exec(name)?.[1] ?? 0));
  return pids.find((pid) => pid > 0 && isAlive(pid)) ?? null;
}

/** Paths in a folder, where there is one, that processes which are no more have left; group 1 of `names` is their id. */
export function leftovers(folder: string, names: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => {
      const pid = names.exec(name)?.[1];
      return pid !== undefined && !isAlive(Number(pid));
    })
    .map((name) => join(folder, name));
}

/** Removes them. */
export function removeLeftovers(folder: string, names: RegExp): void {
  for (const path of leftovers(folder, names)) rmSync(path, { recursive: true, force: true });
}

/** Takes something away when the process ends, as a signal ends a command wherever it is; or when what is returned is called. */
export function untilExit(clear: () => void): () => void {
  process.once('exit', clear);
  return () => {
    process.off('exit', clear);
    clear();
  };
}
