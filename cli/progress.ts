import { SingleBar } from 'cli-progress';

/** Tells on standard error how far a run is. */
export interface Progress {
  start(total: number): void;
  /** One more is done; `name` is what it was. */
  step(name: string): void;
  stop(): void;
}

/** A bar on a terminal, a line now and then elsewhere, nothing where quiet. */
export function progressOf(quiet: boolean): Progress {
  if (quiet) return { start: () => {}, step: () => {}, stop: () => {} };
  return process.stderr.isTTY ? progressBar() : progressLines();
}

function progressBar(): Progress {
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} {duration_formatted} {name}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: true,
  });
  return {
    start: (total) => bar.start(total, 0, { name: '' }),
    step: (name) => bar.increment(1, { name: printable(name) }),
    stop: () => bar.stop(),
  };
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

/** A name on one line, whatever it holds. */
export function printable(name: string): string {
  return /[\p{Cc}\p{Cf}]/u.test(name) ? JSON.stringify(name).slice(1, -1) : name;
}
