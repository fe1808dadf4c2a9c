import { SingleBar } from 'cli-progress';
import { printable } from './printable.js';

/** A bar on standard error, a terminal; a `Progress`. */
export function progressBar() {
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
    start: (total: number) =>
      bar.isActive ? bar.setTotal(total) : bar.start(total, 0, { name: '' }),
    step: (name: string) => bar.increment(1, { name: printable(name) }),
    stop: () => bar.stop(),
  };
}
