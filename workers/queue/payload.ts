import { z } from 'zod';
import type { ConvertOptions } from '../../pipeline/converted.js';
import { Reject } from '../../schemas/index.js';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Options as they travel; the pipeline that both ends share knows what they mean. */
const Options = z.custom<ConvertOptions>((value) => typeof value === 'object' && value !== null);

/** A document to convert: where it is, what it must be, never what it says. */
export const DocumentJob = z.object({
  batch: z.string(),
  uri: z.string(),
  path: z.string(),
  sha256: Digest,
  /** The encoding that its server named. */
  charset: z.string().optional(),
  /** Its key in the store. */
  key: Digest,
  fingerprint: z.string(),
  /** Without a password. */
  options: Options,
  passwordFile: z.object({ path: z.string(), sha256: Digest }).optional(),
  /** Children that were killed over it so far. */
  kills: z.int().default(0),
});
export type DocumentJob = z.output<typeof DocumentJob>;

/** What a finished document's job leaves: its result stands in the store, or it is rejected. */
export const DocumentResult = z.union([
  z.object({
    stored: z.object({
      cached: z.boolean(),
      milliseconds: z.number(),
      timings: z.record(z.string(), z.number()),
    }),
  }),
  z.object({ reject: Reject }),
]);
export type DocumentResult = z.output<typeof DocumentResult>;

/** A batch whose dataset is to be made; the inputs stand in the store under the batch's id. */
export const BatchJob = z.object({ batch: z.string(), out: z.string() });
export type BatchJob = z.output<typeof BatchJob>;

/** What a finished batch's job leaves. */
export interface BatchResult {
  readonly inputs: number;
  readonly rejects: number;
  readonly seconds: number;
  /** Why the dataset was written as a whole, though one stood that might have been gone on from. */
  readonly wholly?: string;
}
