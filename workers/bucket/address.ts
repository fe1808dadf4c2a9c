/** A place in a bucket: `s3://bucket/prefix`. */
export interface BucketAddress {
  readonly bucket: string;
  /** What all keys there begin with: empty, or a path that ends in `/`. */
  readonly prefix: string;
}

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/** Whether a place is named by `s3://`, well or badly. */
export const isBucketAddress = (place: string): boolean => /^s3:/i.test(place);

/** The parts of an address; null where it is none. */
export function parseBucketAddress(place: string): BucketAddress | null {
  const [, bucket, path = ''] = ADDRESS.exec(place) ?? [];
  if (bucket === undefined) return null;
  const parts = path.split('/').filter(Boolean);
  if (parts.some((part) => part === '.' || part === '..')) return null;
  return { bucket, prefix: parts.map((part) => `${part}/`).join('') };
}

/** The one way in which an address is written. */
export const bucketUrl = ({ bucket, prefix }: BucketAddress): string =>
  `s3://${bucket}/${prefix}`.replace(/\/$/, '');
