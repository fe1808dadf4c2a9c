import { Reject } from '../../schemas/index.js';
import type { ObjectStore } from '../object-store.js';

const FOLDER = 'aside/';
const nameOf = (key: string): string => `${FOLDER}${key}.json`;

/**
 * Sets a document aside: its processes were killed again and again, so nobody tries it anew before
 * somebody says so (`gongwen retry`). Of several notes the first stands.
 */
export async function setAside(objects: ObjectStore, key: string, reject: Reject): Promise<void> {
  await objects.putIfAbsent(nameOf(key), `${JSON.stringify(reject)}\n`);
}

/** The keys of all documents that are set aside; there are few of them. */
export async function asideKeys(objects: ObjectStore): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const name of objects.list(FOLDER))
    keys.add(name.slice(FOLDER.length, -'.json'.length));
  return keys;
}

/** Why the document of a key was set aside; null where it was not. */
export async function asideReject(objects: ObjectStore, key: string): Promise<Reject | null> {
  const content = await objects.get(nameOf(key));
  if (content === null) return null;
  try {
    return Reject.parse(JSON.parse(content.toString('utf8')));
  } catch {
    return null;
  }
}

/** Lets the document of a key be tried anew. */
export async function takeBack(objects: ObjectStore, key: string): Promise<void> {
  await objects.remove(nameOf(key));
}
