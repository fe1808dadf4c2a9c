import { StoreDownError } from '../object-store.js';
import type { BucketAddress } from './address.js';

/** An error of the library: of the server, the network or the key. */
interface LibraryError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const KEYS = 'Look at AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN';

/** The status of the server's answer; undefined where it gave none. */
export const statusOf = (error: unknown): number | undefined =>
  (error as LibraryError).$metadata?.httpStatusCode;

/** What went wrong with a bucket, and what to do, in the place of the library's error. */
export function bucketFault(
  error: unknown,
  { bucket }: BucketAddress,
  endpoint: string,
): StoreDownError {
  if (error instanceof StoreDownError) return error;
  const { name, code = '', message } = error as LibraryError;
  const says = (message || code || name).replace(/\.$/, '');
  const status = statusOf(error);
  if (name === 'NoSuchBucket') {
    return new StoreDownError(`There is no bucket ${bucket} at ${endpoint}. Make it first.`);
  }
  if (/Credentials/.test(name)) {
    return new StoreDownError(
      `No key for ${endpoint} is found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.`,
    );
  }
  if (status === 401 || status === 403) {
    return new StoreDownError(
      `${endpoint} refuses the key for the bucket ${bucket}: ${name}: ${says}. ${KEYS}.`,
    );
  }
  if (status === 301 || name === 'PermanentRedirect' || name === 'AuthorizationHeaderMalformed') {
    return new StoreDownError(
      `The bucket ${bucket} is in another region: ${says}. Set AWS_REGION.`,
    );
  }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') {
    return new StoreDownError(
      `${endpoint} does not answer (bucket ${bucket}). Look whether it runs, and at AWS_ENDPOINT_URL.`,
    );
  }
  if (status === undefined) {
    return new StoreDownError(
      `${endpoint} cannot be reached (bucket ${bucket}): ${says}. Look whether it runs, and at AWS_ENDPOINT_URL.`,
    );
  }
  return new StoreDownError(
    `The bucket ${bucket} at ${endpoint} fails: ${status} ${name}: ${says}`,
  );
}
