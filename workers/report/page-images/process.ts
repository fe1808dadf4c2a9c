/** Entry of a child process that draws the pages of one source. */
import { NoCanvasError } from '../../../pipeline/read/pages/page-drawing.js';
import { endWithParent } from '../../watch-process.js';
import { drawSource } from './draw-source.js';
import type { DrawMessage, DrawRequest } from './messages.js';

/** Hands a message over; goes on when it is on its way, so that pictures do not pile up. */
const send = (message: DrawMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, () => resolve()) ?? resolve());

process.on('message', async (request: DrawRequest) => {
  try {
    for await (const message of drawSource(request)) await send(message);
  } catch (error) {
    const says = (error as Error).message.split('\n')[0] ?? '';
    await send({ type: 'failed', says, noCanvas: error instanceof NoCanvasError });
  }
});
endWithParent(Number(process.argv[2]));
