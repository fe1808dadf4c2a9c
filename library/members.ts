import { basename, extname } from 'node:path';
import type { ColumnOptions } from '../containers/columns.js';
import { type ExpandOptions, expand } from '../containers/expand.js';
import { CONTAINER_LIMITS } from '../containers/limits.js';
import { type MemberInput, memberInput } from '../workers/container-inputs.js';
import { type FoundInput, READABLE } from '../workers/find-inputs.js';
import type { ExtractOptions } from './options.js';

/** Members of a container where nobody says otherwise: all their records are held together. */
const MOST_MEMBERS = 10_000;
/** Times the largest document that the documents of a container may have together. */
const DOCUMENTS = 4;

/** Whether an input may be a container: its name is that of no document. */
export const isContainerName = (uri: string): boolean => !READABLE.has(extname(uri).toLowerCase());

/** The options of a call that say what the columns of a table hold. */
export function columnsOf({
  textField,
  htmlField,
  idField,
  metaFields,
}: ExtractOptions): ColumnOptions {
  return {
    ...(textField !== undefined && { textField }),
    ...(htmlField !== undefined && { htmlField }),
    ...(idField !== undefined && { idField }),
    ...(metaFields !== undefined && { metaFields }),
  };
}

/** How a container is opened. */
export const expandOptionsOf = (
  options: ExtractOptions,
  maxBytes: number,
  members = MOST_MEMBERS,
): ExpandOptions => ({
  ...columnsOf(options),
  maxBytes,
  readable: READABLE,
  limits: { ...CONTAINER_LIMITS, members, totalBytes: DOCUMENTS * maxBytes },
});

/** The members of a container, opened in the calling thread. */
export async function* membersHere(
  container: FoundInput,
  options: ExpandOptions,
): AsyncGenerator<MemberInput> {
  const { uri, path, content } = container;
  const name = basename(uri);
  const given = content ? { name, bytes: content } : { name, path };
  for await (const member of expand(given, options)) yield memberInput(container, member);
}
