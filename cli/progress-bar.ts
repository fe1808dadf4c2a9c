import { SingleBar } from 'cli-progress';
import { type Progress, printable } from './progress.js';

/** A bar on standard error, a terminal. */
export function progressBar(): Progress {
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
