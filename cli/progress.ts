/** Tells on standard error how far a run is. */
export interface Progress {
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

const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** A name on one line, whatever it holds; also marks that would turn the line about are spelt out. */
export function printable(name: string): string {
  if (!UNSEEN.test(name)) return name;
  const escaped = JSON.stringify(name).slice(1, -1);
  return escaped.replace(/[\p{Cc}\p{Cf}]/gu, (mark) =>
    mark
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
