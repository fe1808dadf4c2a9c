import { basename, extname } from 'node:path';
import type { ColumnOptions } from '../containers/columns.js';
import { expand, isContainer } from '../containers/expand.js';
import type { Member } from '../containers/member.js';
import type { Reject } from '../schemas/index.js';
import type { ExtractOptions } from './extract-options.js';
import { type FoundInput, type FoundInputs, READABLE } from './find-inputs.js';
import { inputReject } from './input-reject.js';
import { sha256OfFile } from './sha256.js';

/** The files of a run: documents, and containers of them. */
export interface PartedInputs {
  readonly documents: readonly FoundInput[];
  readonly containers: readonly FoundInput[];
}

/**
 * Tells containers from documents. A file with the extension of a document is one; what such a file
 * holds instead its reader will say.
 */
export async function withContainers(
  { inputs }: FoundInputs,
  columns: ColumnOptions = {},
): Promise<PartedInputs> {
  const documents: FoundInput[] = [];
  const containers: FoundInput[] = [];
  for (const input of inputs) {
    const isDocument = READABLE.has(extname(input.path).toLowerCase());
    const container = !isDocument && (await holdsDocuments(input, columns));
    (container ? containers : documents).push(input);
  }
  return { documents, containers };
}

/** Whether an input is a container of documents, told by its bytes and its name. */
export async function holdsDocuments(
  { path, uri, content }: FoundInput,
  columns: ColumnOptions,
): Promise<boolean> {
  const name = basename(uri);
  try {
    return await isContainer(content ? { name, bytes: content } : { name, path }, columns);
  } catch {
    // What cannot be read is told where it is read.
    return false;
  }
}

/** Digests of containers, for telling whether a run would make the dataset that stands. */
export const containerDigests = (containers: readonly FoundInput[]): readonly string[] =>
  containers.map(({ uri, path }) => `${uri} ${sha256OfFile(path).sha256}`);

/**
 * The documents of a run, those of containers as they are unpacked: no more of them are in memory
 * than are at work. What cannot be an input is handed to `onReject`.
 */
export async function* documentsOf(
  { documents, containers }: PartedInputs,
  options: Pick<ExtractOptions, 'maxBytes' | 'columns'>,
  onReject: (reject: Reject) => void,
): AsyncGenerator<FoundInput> {
  yield* documents;
  const how = { ...options.columns, maxBytes: options.maxBytes, readable: READABLE };
  for (const { uri, path, charset: _, ...container } of containers) {
    for await (const member of expand({ name: basename(uri), path }, how)) {
      const { input, reject } = memberInput({ ...container, uri, path }, member);
      if (reject) onReject(reject);
      else yield input;
    }
  }
}

/** A member as an input, or the reject that it is. */
export type MemberInput =
  | { readonly input: FoundInput; readonly reject?: never }
  | { readonly reject: Reject; readonly input?: never };

/** A member of a container as an input under its address. */
export function memberInput(container: FoundInput, member: Member): MemberInput {
  const uri = container.uri + member.address;
  if (member.wrong) {
    const { code, says } = member.wrong;
    return { reject: inputReject(uri, code, { stage: 'read', ...(says && { says }) }) };
  }
  const { content, meta, charset } = member;
  const given = { ...(meta && { meta }), ...(charset && { charset }) };
  return { input: { ...container, uri, content, ...given } };
}
