import { entryPath, forkEntry } from '../../child-process.js';
import type { DrawMessage, DrawRequest } from './messages.js';

/** MiB of heap for the process that draws. */
const MOST_MEMORY = 1024;

/**
 * Draws a source in a process of its own, which is ended after `seconds`, whatever it does.
 *
 * @returns why it gave not all that was asked for; null where it did
 */
export async function askToDraw(
  request: DrawRequest,
  seconds: number,
  take: (message: DrawMessage) => void,
): Promise<{ readonly says: string; readonly noCanvas: boolean } | null> {
  const child = forkEntry(entryPath('./process.js', import.meta.url), MOST_MEMORY);
  let ends = 'the process that draws it ended';
  const timer = setTimeout(() => {
    ends = `not drawn within ${seconds} s`;
    child.kill('SIGKILL');
  }, seconds * 1000);
  try {
    return await new Promise((resolve) => {
      const ended = (): void => resolve({ says: ends, noCanvas: false });
      child.on('message', (message: DrawMessage) => {
        if (message.type === 'done') resolve(null);
        else if (message.type === 'failed') resolve(message);
        else take(message);
      });
      child.once('error', ended);
      child.once('exit', ended);
      child.send(request, () => {});
    });
  } finally {
    clearTimeout(timer);
    child.removeAllListeners();
    child.kill('SIGKILL');
  }
}
