import { ExitStatus } from './exit-status.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds for a command to end in good order. */
const LAST_MOMENTS = 4000;

/**
 * The first signal ends a command in good order, the second at once; one that takes longer than
 * `moments` milliseconds to end is ended. Where it is `logged` the command says itself that it stops.
 */
export function listenForInterruption({ moments = LAST_MOMENTS, logged = false } = {}): {
  signal: AbortSignal;
  close(): void;
} {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(ExitStatus.interrupted);
    if (!logged) process.stderr.write('gongwen: stopping\n');
    setTimeout(end, moments).unref();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  listening++;
  const close = (): void => {
    listening--;
    for (const name of SIGNALS) process.off(name, stop);
  };
  return { signal: controller.signal, close };
}

/** SIGHUP is left as it was given: `nohup` has it ignored. */
const ENDING = ['SIGINT', 'SIGTERM'] as const;

/** Commands that listen themselves. */
let listening = 0;

/**
 * A signal ends any other command at once, with a word. What it has written beside its place it
 * takes away when the process exits; what stood stands.
 */
export function endAtSignals(): void {
  const stop = (): void => {
    if (listening > 0) return;
    process.stderr.write('gongwen: stopped\n');
    process.exit(ExitStatus.interrupted);
  };
  for (const name of ENDING) process.on(name, stop);
}

/** Leaves signals to the process that watches over this one: one of a terminal reaches both. */
export function ignoreSignals(): void {
  for (const name of ENDING) process.on(name, () => {});
}

/** Something outside does not let the command go. */
function end(): never {
  process.stderr.write('gongwen: stopped before it had ended in good order\n');
  process.exit(ExitStatus.interrupted);
}

/** Resolves when the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
