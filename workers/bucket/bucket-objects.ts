import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { type KeptObjects, StoreDownError } from '../object-store.js';
import { type BucketAddress, bucketUrl } from './address.js';
import { type BucketClient, BucketConnection } from './client.js';
import { bucketFault, statusOf } from './fault.js';

/** Bytes from which an object goes in parts, and of each part. */
export const PART = 8 * 2 ** 20;
/** Bytes from which it is asked whether an object is there before it is sent. */
const WORTH_ASKING = 2 ** 16;
/** Milliseconds for all that `open` asks. */
const OPENING = 10_000;
/** Tries of a write that another one of the same moment turns away, and milliseconds between. */
const CONFLICTS = { tries: 5, pause: 200 };
/** Tries to read an object whose bytes break off. */
const READS = 4;

/** What an object holds, on its way. */
type Body = NonNullable<GetObjectCommandOutput['Body']>;

/** What a write depends on: that nothing is there, or that what is there is still of this tag. */
type Condition = { readonly IfNoneMatch: '*' } | { readonly IfMatch: string };
const ABSENT: Condition = { IfNoneMatch: '*' };

/** An object and the tag of its state. */
export interface Tagged {
  readonly content: Buffer;
  readonly tag: string;
}

/**
 * A place in an S3-compatible bucket as an object store. Each object is put whole or not at all;
 * conditions of the server take the place of links and renames, so it must keep them (`open` looks).
 * Errors are StoreDownErrors: nothing is known of what was asked for.
 */
export class BucketObjects implements KeptObjects {
  readonly folder = null;

  constructor(
    readonly address: BucketAddress,
    private readonly connection = new BucketConnection(),
  ) {}

  /**
   * Looks whether the bucket is there, may be written to and keeps conditions.
   *
   * @throws StoreDownError after 15 seconds at the latest
   */
  async open(): Promise<void> {
    const abortSignal = AbortSignal.timeout(OPENING);
    const name = `check/${randomUUID()}`;
    // The bucket first: what is wrong with it is told by its name.
    await this.look(abortSignal);
    await this.putOn(name, name, ABSENT, abortSignal);
    const again = await this.putOn(name, '', ABSENT, abortSignal);
    const other = await this.putOn(name, '', { IfMatch: '"0"' }, abortSignal);
    await this.remove(name, abortSignal);
    if (!again && !other) return;
    throw new StoreDownError(
      `${this.connection.endpoint} does not keep the conditions of writes, If-None-Match and If-Match, so that workers would overwrite each other. Use a server that keeps them.`,
    );
  }

  async look(abortSignal = AbortSignal.timeout(OPENING)): Promise<void> {
    await this.ask(({ client, library }) =>
      client.send(new library.ListObjectsV2Command({ ...this.bucket, MaxKeys: 1 }), {
        abortSignal,
      }),
    );
  }

  async get(name: string): Promise<Buffer | null> {
    return (await this.getTagged(name))?.content ?? null;
  }

  /** The content with its tag; null where there is none. */
  async getTagged(name: string): Promise<Tagged | null> {
    return this.read(name, async (body, tag) => {
      return { content: Buffer.from(await body.transformToByteArray()), tag };
    });
  }

  /** Reads an object, again where its bytes break off on their way; null where there is none. */
  async read<Answer>(
    name: string,
    work: (body: Body, tag: string) => Promise<Answer>,
  ): Promise<Answer | null> {
    for (let left = READS; ; left--) {
      let begun = false;
      try {
        return await this.askFor(async ({ client, library }) => {
          const command = new library.GetObjectCommand(this.at(name));
          const { Body, ETag = '' } = await client.send(command);
          begun = true;
          return work(Body!, ETag);
        });
      } catch (error) {
        if (!begun || left <= 1) throw error;
      }
    }
  }

  /** Whether there is such an object. */
  async has(name: string): Promise<boolean> {
    const found = await this.askFor(async ({ client, library }) => {
      await client.send(new library.HeadObjectCommand(this.at(name)));
      return true;
    });
    return found ?? false;
  }

  async put(name: string, content: string | Uint8Array): Promise<void> {
    await this.ask(() => this.send(name, content));
  }

  async putIfAbsent(name: string, content: string | Uint8Array): Promise<boolean> {
    if (content.length >= WORTH_ASKING && (await this.has(name))) return false;
    return this.putOn(name, content, ABSENT);
  }

  /** True where it was put; false, and nothing changed, where the object has another tag by now, or (null) is there. */
  putIfTagged(name: string, content: string, tag: string | null): Promise<boolean> {
    return this.putOn(name, content, tag === null ? ABSENT : { IfMatch: tag });
  }

  async remove(name: string, abortSignal?: AbortSignal): Promise<void> {
    await this.ask(({ client, library }) =>
      client.send(new library.DeleteObjectCommand(this.at(name)), {
        ...(abortSignal && { abortSignal }),
      }),
    );
  }

  async *list(prefix: string): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const asked = {
        ...{ ...this.bucket, Prefix: this.address.prefix + prefix },
        ...(token && { ContinuationToken: token }),
      };
      const page = await this.ask(({ client, library }) =>
        client.send(new library.ListObjectsV2Command(asked)),
      );
      for (const { Key = '' } of page.Contents ?? []) yield Key.slice(this.address.prefix.length);
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
  }

  /** Puts an object in the place of another, inside the server. */
  async copy(from: string, to: string): Promise<void> {
    const { Bucket, Key } = this.at(from);
    const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
    await this.ask(({ client, library }) =>
      client.send(new library.CopyObjectCommand({ ...this.at(to), CopySource })),
    );
  }

  get url(): string {
    return bucketUrl(this.address);
  }

  private get bucket(): { readonly Bucket: string } {
    return { Bucket: this.address.bucket };
  }

  private async putOn(
    name: string,
    content: string | Uint8Array,
    condition: Condition,
    abortSignal?: AbortSignal,
  ): Promise<boolean> {
    for (let left = CONFLICTS.tries; ; left--) {
      try {
        await this.send(name, content, condition, abortSignal);
        return true;
      } catch (error) {
        if (isTurnedAway(error)) return false;
        if (statusOf(error) !== 409 || left <= 1) throw this.fault(error);
        await delay(CONFLICTS.pause);
      }
    }
  }

  /** In one piece, or in parts that become one object at the end. */
  private async send(
    name: string,
    content: string | Uint8Array,
    condition?: Condition,
    abortSignal?: AbortSignal,
  ): Promise<void> {
    const { client, library } = await this.connection.client();
    const Body = typeof content === 'string' ? Buffer.from(content) : content;
    const params = { ...this.at(name), Body, ...condition };
    if (Body.length > PART) {
      await new library.Upload({ client, params, partSize: PART }).done();
    } else
      await client.send(new library.PutObjectCommand(params), {
        ...(abortSignal && { abortSignal }),
      });
  }

  /** How the server is told of an object. */
  at(name: string): { readonly Bucket: string; readonly Key: string } {
    return { ...this.bucket, Key: this.address.prefix + name };
  }

  /** What the server answers. */
  async ask<Answer>(work: (connected: BucketClient) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(await this.connection.client());
    } catch (error) {
      throw this.fault(error);
    }
  }

  /** The same of an object; null where there is none. */
  async askFor<Answer>(work: (connected: BucketClient) => Promise<Answer>): Promise<Answer | null> {
    try {
      return await work(await this.connection.client());
    } catch (error) {
      if (isGone(error)) return null;
      throw this.fault(error);
    }
  }

  private fault(error: unknown): StoreDownError {
    return bucketFault(error, this.address, this.connection.endpoint);
  }
}

/** There is no such object; a bucket that is not there is another thing. */
const isGone = (error: unknown): boolean =>
  statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket';

/** A condition does not hold: the object is there, has another tag, or is gone. */
const isTurnedAway = (error: unknown): boolean => statusOf(error) === 412 || isGone(error);
