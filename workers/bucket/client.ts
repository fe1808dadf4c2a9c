import type { S3Client } from '@aws-sdk/client-s3';
import { StoreDownError } from '../object-store.js';

export type Library = typeof import('@aws-sdk/client-s3') & typeof import('@aws-sdk/lib-storage');

/** A client of a bucket's server, and the library that its commands are made with. */
export interface BucketClient {
  readonly client: S3Client;
  readonly library: Library;
}

const NO_LIBRARY =
  'Buckets need the client of S3, which is not installed. Type: npm install @aws-sdk/client-s3 @aws-sdk/lib-storage';

/** Milliseconds to connect, and between two signs of life of an answer. */
const CONNECT = 4000;
const ANSWER = 20_000;
/** Tries of a request that the server or the network fails, with growing pauses between. */
const TRIES = 5;

/**
 * The connection to a server of buckets, made when it is first asked for. It goes by the standard
 * variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_PROFILE`,
 * `AWS_REGION`, and `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` for a server that is not Amazon's.
 */
export class BucketConnection {
  private made: Promise<BucketClient> | undefined;
  private readonly own = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;

  /** Where it asks, for people. */
  get endpoint(): string {
    return this.own ?? 'Amazon S3';
  }

  /** Nothing is asked of the server. @throws StoreDownError where the library is not installed */
  client(): Promise<BucketClient> {
    this.made ??= this.connect();
    return this.made;
  }

  private async connect(): Promise<BucketClient> {
    const library = await loadLibrary();
    const client = new library.S3Client({
      region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
      maxAttempts: TRIES,
      requestHandler: { connectionTimeout: CONNECT, socketTimeout: ANSWER, requestTimeout: ANSWER },
      // Names of buckets are no names of hosts where a server is one's own.
      ...(this.own && { forcePathStyle: true }),
      // A trailer with a checksum of its own is content to servers that do not know of it.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { client, library };
  }
}

async function loadLibrary(): Promise<Library> {
  // What versions of Node.js the library is going to leave is nothing that a run's user asked for.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  try {
    const commands = await import('@aws-sdk/client-s3');
    const uploads = await import('@aws-sdk/lib-storage');
    return { ...commands, ...uploads };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StoreDownError(NO_LIBRARY);
  }
}
