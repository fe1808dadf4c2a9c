/** Entry of the thread that merges a batch's results into its dataset. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EmitAnswer, EmitOrder } from './emit.js';
import { emitDataset } from './emit-dataset.js';

const answer = await emitDataset(workerData as EmitOrder).then(
  (result): EmitAnswer => ({ result }),
  (error: NodeJS.ErrnoException): EmitAnswer => ({ error: error.message, system: !!error.code }),
);
parentPort?.postMessage(answer);
