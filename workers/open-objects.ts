import { resolve } from 'node:path';
import { isBucketAddress, parseBucketAddress } from './bucket/address.js';
import { BucketObjects } from './bucket/bucket-objects.js';
import { FolderObjects, type KeptObjects, StoreDownError } from './object-store.js';

/**
 * The object store at a folder, or at an address `s3://bucket/prefix`; what speaks to buckets is loaded
 * when one is first asked. It is not opened yet.
 *
 * @throws StoreDownError where the address is none
 */
export function objectsAt(place: string): KeptObjects {
  return isBucketAddress(place) ? bucketAt(place) : new FolderObjects(resolve(place));
}

/** The same, of an address alone. */
export function bucketAt(place: string): BucketObjects {
  const address = parseBucketAddress(place);
  if (address !== null) return new BucketObjects(address);
  throw new StoreDownError(
    `${place} is no address of a bucket. Write s3://bucket or s3://bucket/prefix.`,
  );
}

/** The same, for work that needs files: of a folder alone. */
export function folderAt(place: string): FolderObjects {
  if (!isBucketAddress(place)) return new FolderObjects(place);
  throw new StoreDownError(
    `Pages that are fetched are kept as files, so the store must be a folder. Name one: --store DIR in the place of ${place}.`,
  );
}
