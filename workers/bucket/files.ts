import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BucketObjects } from './bucket-objects.js';
import { PART } from './bucket-objects.js';

/** Puts what a file holds; a large one goes in parts, and is never in memory as a whole. */
export async function putFile(
  objects: BucketObjects,
  name: string,
  { path, bytes }: { readonly path: string; readonly bytes: number },
): Promise<void> {
  if (bytes <= PART) await objects.put(name, await readFile(path));
  else {
    await objects.ask(async ({ client, library }) => {
      const params = { ...objects.at(name), Body: createReadStream(path, { highWaterMark: PART }) };
      await new library.Upload({ client, params, partSize: partOf(bytes) }).done();
    });
  }
}

/** Writes an object to a file; false where there is none. */
export async function getFile(
  objects: BucketObjects,
  name: string,
  path: string,
): Promise<boolean> {
  const got = await objects.read(name, async (body) => {
    await pipeline(body as Readable, createWriteStream(path));
    return true;
  });
  return got ?? false;
}

/** Parts of one object, at most. */
const MOST_PARTS = 10_000;

const partOf = (bytes: number): number => Math.max(PART, Math.ceil(bytes / MOST_PARTS));
