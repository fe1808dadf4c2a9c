import { statSync } from 'node:fs';
import type { ConvertOptions } from '../../pipeline/converted.js';
import type { Reject } from '../../schemas/index.js';
import { codeOf, type FoundInput } from '../find-inputs.js';
import { inputReject } from '../input-reject.js';
import type { ObjectStore } from '../object-store.js';
import { sha256, sha256OfFile } from '../sha256.js';
import { storeKey } from '../store.js';
import { batchId } from './names.js';
import type { PasswordFile } from './password.js';
import type { BatchInput } from './unpacked-inputs.js';

const LAYOUT = 1;

/** What all inputs of a batch share. */
export interface BatchHead {
  readonly layout: typeof LAYOUT;
  /** Of the code and its data that the batch was made for. */
  readonly fingerprint: string;
  /** Without a password. */
  readonly options: ConvertOptions;
  readonly passwordFile?: PasswordFile;
  /** Absolute path of the dataset's folder. */
  readonly out: string;
  /** As they were asked for. */
  readonly paths: readonly string[];
}

export interface BatchEntry extends FoundInput {
  readonly sha256: string;
  readonly bytes: number;
}

/** The inputs of one dataset. */
export interface Batch {
  readonly id: string;
  readonly head: BatchHead;
  readonly entries: readonly BatchEntry[];
  /** What was found and cannot be converted. */
  readonly rejects: readonly Reject[];
}

/** What a batch is made for. */
export interface BatchRequest {
  readonly inputs: readonly BatchInput[];
  readonly rejects: readonly Reject[];
  readonly fingerprint: string;
  readonly options: ConvertOptions;
  /** Absolute path of the file that the options' password was read from. */
  readonly passwordFile?: string;
  readonly out: string;
  readonly paths: readonly string[];
  /** Bytes of the largest input that is read. */
  readonly maxBytes: number;
}

/** The key of an entry's result in the store; `options` are the batch's with its password. */
export const keyOf = (
  { head: { fingerprint } }: Batch,
  { sha256, uri, charset }: BatchEntry,
  options: ConvertOptions,
): string =>
  storeKey({ sha256, uri, fingerprint, options: charset ? { ...options, charset } : options });

/** Reads every input whose digest is not known once; the same inputs always make the same batch. */
export function makeBatch(request: BatchRequest): Batch {
  const { fingerprint, out, paths, maxBytes } = request;
  const entries: BatchEntry[] = [];
  const rejects = [...request.rejects];
  for (const input of request.inputs) {
    const read = digestOf(input, maxBytes);
    if ('code' in read) rejects.push(read);
    else entries.push({ ...input, ...read });
  }
  const head: BatchHead = { layout: LAYOUT, fingerprint, ...openly(request), out, paths };
  const batch = { head, entries, rejects };
  return { id: batchId(linesOf(batch)), ...batch };
}

/** The options as they may be written down: a password is named by its file. */
function openly({
  options,
  passwordFile,
}: BatchRequest): Pick<BatchHead, 'options' | 'passwordFile'> {
  const { password } = options;
  if (password == null) return { options };
  if (passwordFile === undefined) throw new TypeError('A password without its file');
  const file = { path: passwordFile, sha256: sha256(password) };
  return { options: { ...options, password: null }, passwordFile: file };
}

/** Keeps the batch for those who work on it. */
export async function writeBatch(objects: ObjectStore, batch: Batch): Promise<void> {
  await objects.putIfAbsent(nameOf(batch.id), linesOf(batch));
}

/** The batch of an id; null where there is none or it is damaged. */
export async function readBatch(objects: ObjectStore, id: string): Promise<Batch | null> {
  const content = (await objects.get(nameOf(id)))?.toString('utf8');
  if (content === undefined || batchId(content) !== id) return null;
  const [head, ...lines] = content
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entries = lines.filter((line) => !('code' in line)) as BatchEntry[];
  const rejects = lines.filter((line) => 'code' in line) as Reject[];
  return { id, head: head as BatchHead, entries, rejects };
}

const nameOf = (id: string): string => `batches/${id}.ndjson`;

const linesOf = ({ head, entries, rejects }: Omit<Batch, 'id'>): string =>
  [head, ...entries, ...rejects].map((line) => `${JSON.stringify(line)}\n`).join('');

/** Synchronous: a small file takes a quarter of the time so, and nothing else goes on here. */
function digestOf(
  { uri, path, sha256, bytes }: BatchInput,
  maxBytes: number,
): { sha256: string; bytes: number } | Reject {
  if (sha256 !== undefined && bytes !== undefined) return { sha256, bytes };
  try {
    const { size } = statSync(path);
    if (size > maxBytes) {
      return inputReject(uri, 'too_large', { stage: 'read', says: `${size} bytes` });
    }
    return sha256OfFile(path);
  } catch (error) {
    return inputReject(uri, codeOf(error), { stage: 'read' });
  }
}
