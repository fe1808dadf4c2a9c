/** Names of queues and jobs. A job's id holds no colon and is never all digits. */
import { sha256 } from '../sha256.js';

export const DOCUMENTS = 'documents';
export const BATCHES = 'batches';

/**
 * `<store key>-<batch>`: the key stands for the input's bytes, the pipeline and the options. The
 * batch is part of it because a job of BullMQ has one parent: were the id the key alone, two batches
 * that share a document could not both wait for it. What another batch has finished is never given
 * out again, and what it is about to finish is found in the store.
 */
export const documentJobId = (key: string, batch: string): string => `${key}-${batch}`;

/** Equal inputs, pipeline, options and place give an equal id. */
export const batchId = (content: string): string => `b${sha256(content).slice(0, 23)}`;
