import type { Configuration } from '../configuration/schema.js';
import type { Outcome } from '../pool.js';
import type { Batch } from './batch.js';

/** What a dataset is made from. */
export interface EmitOrder {
  readonly batch: Omit<Batch, 'entries'>;
  readonly outcomes: readonly Outcome[];
  readonly configuration: Configuration;
  /** Milliseconds of the epoch at which the batch was submitted. */
  readonly submitted: number;
}
