import { basename } from 'node:path';
import { expand } from '../../../containers/expand.js';
import { READABLE } from '../../find-inputs.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import { readInput } from '../../read-input.js';
import { sha256 as digestOf } from '../../sha256.js';

/** What parts a container's name from that of a document in it. */
const INSIDE = '!/';

/** The bytes of a source that the dataset names, or why they are not there as they were. */
export type SourceBytes =
  | { readonly uri: string; readonly bytes: Uint8Array }
  | { readonly uri: string; readonly why: 'missing' | 'changed' };

/**
 * The bytes of sources, one after another, each as large as its digest says; a container is unpacked once,
 * whatever is asked of it.
 *
 * @param asked address and sha256 of each
 */
export async function* sourceBytes(
  asked: readonly { readonly uri: string; readonly sha256: string }[],
): AsyncGenerator<SourceBytes> {
  const inside = new Map<string, Map<string, string>>();
  for (const { uri, sha256 } of asked) {
    const at = uri.indexOf(INSIDE);
    if (at < 0) {
      const read = readInput({ uri, path: uri }, DEFAULT_LIMITS.maxBytes);
      if (read.bytes === undefined) yield { uri, why: 'missing' };
      else yield checked(uri, read.bytes, sha256);
      continue;
    }
    const container = uri.slice(0, at);
    const members = inside.get(container) ?? new Map<string, string>();
    inside.set(container, members.set(uri, sha256));
  }
  const how = { maxBytes: DEFAULT_LIMITS.maxBytes, readable: READABLE };
  for (const [container, members] of inside) {
    for await (const member of expand({ name: basename(container), path: container }, how)) {
      const uri = container + member.address;
      const sha256 = members.get(uri);
      if (sha256 === undefined || member.content === undefined) continue;
      members.delete(uri);
      yield checked(uri, member.content, sha256);
    }
    for (const uri of members.keys()) yield { uri, why: 'missing' };
  }
}

const checked = (uri: string, bytes: Uint8Array, sha256: string): SourceBytes =>
  digestOf(bytes) === sha256 ? { uri, bytes } : { uri, why: 'changed' };
