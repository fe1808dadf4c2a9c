import { printable } from './printable.js';

/** Tells on standard error how far a run is. */
export interface Progress {
  /** Called again where there is more to do than was known. */
  start(total: number): void;
  /** One more is done; `name` is what it was. */
  step(name: string): void;
  stop(): void;
}

/** A bar on a terminal, a line now and then elsewhere, nothing where quiet. */
export async function progressOf(quiet: boolean): Promise<Progress> {
  if (quiet) return { start: () => {}, step: () => {}, stop: () => {} };
  return process.stderr.isTTY ? (await import('./progress-bar.js')).progressBar() : progressLines();
}

/** Lines that a log keeps, at most, of a run of any size. */
const MOST_LINES = 20;

function progressLines(): Progress {
  let total = 0;
  let done = 0;
  return {
    start: (count) => {
      total = count;
    },
    step: (name) => {
      done++;
      const every = Math.ceil(total / MOST_LINES);
      if (done % every === 0 || done === total) {
        process.stderr.write(`${done}/${total} ${printable(name)}\n`);
      }
    },
    stop: () => {},
  };
}
