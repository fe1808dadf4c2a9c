import { ExitStatus } from './exit-status.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first signal ends a command in good order, the second at once. */
export function listenForInterruption(): { signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(ExitStatus.interrupted);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  const close = (): void => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  return { signal: controller.signal, close };
}

/** Resolves when the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
