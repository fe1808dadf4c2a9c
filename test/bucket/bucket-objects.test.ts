import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { pythonWithMoto } from '../../scripts/ensure-s3-server.js';
import { freePort } from '../../scripts/redis-server.js';
import { S3Server } from '../../scripts/s3-server.js';
import type { BucketObjects } from '../../workers/bucket/bucket-objects.js';
import { StoreDownError } from '../../workers/object-store.js';
import { objectsAt } from '../../workers/open-objects.js';

const names = async (objects: BucketObjects, prefix: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of objects.list(prefix)) found.push(name);
  return found;
};

describe.skipIf(pythonWithMoto() === null)('a bucket as an object store', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await S3Server.start();
  });
  afterAll(() => server.remove());
  afterEach(() => vi.unstubAllEnvs());

  const at = (place: string, others: Record<string, string> = {}): BucketObjects => {
    for (const [name, value] of Object.entries({ ...server.environment, ...others })) {
      vi.stubEnv(name, value);
    }
    return objectsAt(place) as BucketObjects;
  };

  test('what is put is got, whole, and can be replaced and removed', async () => {
    const objects = at(server.url('a'));
    expect(await objects.get('b/文 件+1.txt')).toBeNull();
    await objects.put('b/文 件+1.txt', '一');
    await objects.put('b/文 件+1.txt', '二');
    expect((await objects.get('b/文 件+1.txt'))?.toString()).toBe('二');
    await objects.copy('b/文 件+1.txt', 'c/d');
    expect((await objects.get('c/d'))?.toString()).toBe('二');
    await objects.remove('b/文 件+1.txt');
    await objects.remove('b/文 件+1.txt');
    expect(await objects.get('b/文 件+1.txt')).toBeNull();
  });

  test('a large object goes in parts, and is there whole', async () => {
    const objects = at(server.url('large'));
    const content = randomBytes(20 * 2 ** 20);
    await objects.put('x', content);
    const got = await objects.getTagged('x');
    expect(got!.content.equals(content)).toBe(true);
    // A tag that says of how many parts the object was made.
    expect(got!.tag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect(await objects.putIfAbsent('x', 'other')).toBe(false);
    expect(await objects.putIfAbsent('x', randomBytes(9 * 2 ** 20))).toBe(false);
    expect((await objects.get('x'))!.length).toBe(content.length);
  });

  test('of many that put at once where nothing is, one succeeds', async () => {
    const objects = at(server.url('race'));
    const puts = Array.from({ length: 20 }, (_, index) => objects.putIfAbsent('x', `${index}`));
    const won = (await Promise.all(puts)).flatMap((put, index) => (put ? [index] : []));
    expect(won).toHaveLength(1);
    expect((await objects.get('x'))?.toString()).toBe(String(won[0]));
  });

  test('of two that go on from one state, one succeeds', async () => {
    const objects = at(server.url('tags'));
    expect(await objects.putIfTagged('x', '一', null)).toBe(true);
    expect(await objects.putIfTagged('x', '他', null)).toBe(false);
    const { tag } = (await objects.getTagged('x'))!;
    expect(await objects.putIfTagged('x', '二', tag)).toBe(true);
    expect(await objects.putIfTagged('x', '三', tag)).toBe(false);
    expect((await objects.get('x'))?.toString()).toBe('二');
    await objects.remove('x');
    expect(await objects.putIfTagged('x', '四', tag)).toBe(false);
    expect(await objects.get('x')).toBeNull();
  });

  test('names are listed in order, over pages, below the prefix alone', async () => {
    const objects = at(server.url('list'));
    const beside = at(server.url('list-2'));
    await beside.put('b/0', '');
    const many = Array.from({ length: 105 }, (_, index) => `b/${String(index).padStart(4, '0')}`);
    for (const name of ['a', ...many, 'c/3']) await objects.put(name, '');
    expect(await names(objects, 'b/')).toEqual(many);
    expect(await names(objects, 'c/')).toEqual(['c/3']);
    expect(await names(objects, 'none/')).toEqual([]);
  });

  test('a bucket that can be used is opened, and nothing is left in it', async () => {
    const objects = at(server.url('opened'));
    await objects.open();
    expect(await names(objects, '')).toEqual([]);
  });

  test.each([
    ['no bucket', 's3://other-bucket/x', {}, 'There is no bucket other-bucket at'],
    [
      'another key',
      's3://notices/x',
      { AWS_ACCESS_KEY_ID: 'AKIAWRONG' },
      /refuses the key for the bucket notices: InvalidAccessKeyId: .* Look at AWS_ACCESS_KEY_ID/,
    ],
    [
      'another secret',
      's3://notices/x',
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
      /refuses the key for the bucket notices: SignatureDoesNotMatch: /,
    ],
  ])('%s is told', async (_, place, others, says) => {
    const objects = at(place, others);
    const opened = objects.open();
    await expect(opened).rejects.toThrow(says);
    await expect(opened).rejects.toBeInstanceOf(StoreDownError);
  });

  test('a server that is not there, and one that answers nothing, are told in time', async () => {
    const nobody = at(server.url('x'), {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}`,
    });
    await expect(nobody.open()).rejects.toThrow(
      /cannot be reached \(bucket notices\): .*ECONNREFUSED/,
    );
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const objects = at(server.url('x'), { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
    await expect(objects.open()).rejects.toThrow('does not answer (bucket notices). Look whether');
    silent.close();
  }, 30_000);

  test('a server that drops the conditions of writes is refused', async () => {
    const forgetful = await S3Server.start({ forgetful: true });
    try {
      const objects = at(forgetful.url('x'), forgetful.environment);
      await expect(objects.open()).rejects.toThrow(
        /does not keep the conditions of writes, If-None-Match and If-Match/,
      );
    } finally {
      await forgetful.remove();
    }
  });

  test.each(['s3://', 's3:/x', 's3://UPPER/x', 's3://notices/../x', 'S3://notices/x'])(
    '%s is no address',
    (place) => {
      expect(() => objectsAt(place)).toThrow(
        `${place} is no address of a bucket. Write s3://bucket or s3://bucket/prefix.`,
      );
    },
  );
});
