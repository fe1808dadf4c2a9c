/** Entry of the process that merges a batch's results into its dataset. */
import type { EmitAnswer } from './emit.js';
import { emitDataset } from './emit-dataset.js';
import type { EmitOrder } from './emit-order.js';

process.on('message', (order: EmitOrder) => {
  emitDataset(order, new AbortController().signal)
    .then(
      (result): EmitAnswer => ({ result }),
      (error: NodeJS.ErrnoException): EmitAnswer => ({
        error: error.message,
        code: error.code ?? null,
      }),
    )
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});
// Ctrl-C reaches every process of the terminal; the parent decides.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
