import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pythonWithMoto } from '../../scripts/ensure-s3-server.js';
import { S3Server } from '../../scripts/s3-server.js';
import { BucketDataset, DatasetTakenError } from '../../workers/bucket/bucket-dataset.js';
import { withMirror } from '../../workers/bucket/dataset-mirror.js';
import { pullDataset } from '../../workers/bucket/pull.js';
import { StoreDownError } from '../../workers/object-store.js';
import { bucketAt } from '../../workers/open-objects.js';
import { folderOf } from '../workers/fixtures/folders.js';

const NEVER = new AbortController().signal;

/** Lets a dataset hold these files and no others. */
const put =
  (files: Readonly<Record<string, string>>) =>
  async (folder: string): Promise<void> => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  };

describe.skipIf(pythonWithMoto() === null)('a dataset in a bucket', () => {
  let server: S3Server;
  let out: string;
  let count = 0;
  beforeAll(async () => {
    server = await S3Server.start();
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
    out = server.url(`data/${count++}`);
  });
  afterEach(() => vi.unstubAllEnvs());

  const contentOf = async (name: string): Promise<string | undefined> =>
    (await bucketAt(out).get(name))?.toString();
  const publicNames = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const name of bucketAt(out).list('')) names.push(name);
    return names.filter((name) => !name.startsWith('.gongwen/'));
  };

  test('holds what work leaves in the folder, under the names of the files', async () => {
    await withMirror(out, NEVER, put({ 'documents.jsonl': '一\n', 'datapackage.json': '{}' }));
    expect(await publicNames()).toEqual(['datapackage.json', 'documents.jsonl']);
    expect(await contentOf('documents.jsonl')).toBe('一\n');
  });

  test('is gone on from, and only what differs is written', async () => {
    await withMirror(
      out,
      NEVER,
      put({ 'a.jsonl': '甲', 'b.jsonl': '乙', 'datapackage.json': '1' }),
    );
    // Nobody but this test writes here: what is not written again stays as it is.
    await bucketAt(out).put('a.jsonl', 'left alone');
    await withMirror(out, NEVER, async (folder) => {
      expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('甲');
      await put({ 'b.jsonl': '丙', 'datapackage.json': '2' })(folder);
    });
    expect(await contentOf('a.jsonl')).toBe('left alone');
    expect(await contentOf('b.jsonl')).toBe('丙');
    expect(await contentOf('datapackage.json')).toBe('2');
  });

  /** Takes the content of a file away from the bucket, so that whoever fetches it is told. */
  const loseContent = async (content: string): Promise<void> => {
    const digest = createHash('sha256').update(content).digest('hex');
    await bucketAt(out).remove(`.gongwen/content/${digest.slice(0, 2)}/${digest}`);
  };

  test('what this machine has of it is not fetched again, and what it lacks is', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    await loseContent('甲');
    await withMirror(out, NEVER, async (folder) => {
      expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('甲');
      await put({ 'b.jsonl': '乙', 'datapackage.json': '2' })(folder);
    });
    expect(await contentOf('b.jsonl')).toBe('乙');
    // On a machine that has made no emission of it.
    for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith('gongwen-mirror-'))) {
      rmSync(join(tmpdir(), name), { recursive: true });
    }
    await expect(withMirror(out, NEVER, async () => {})).rejects.toThrow('a.jsonl is not what');
  });

  test('what stands where it is pulled to is not fetched again', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const folder = join(folderOf({}), 'data');
    await pullDataset(out, folder, NEVER);
    await loseContent('甲');
    expect(await pullDataset(out, folder, NEVER)).toMatchObject({ files: 2 });
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('甲');
    writeFileSync(join(folder, 'a.jsonl'), '乙');
    await expect(pullDataset(out, folder, NEVER)).rejects.toThrow('a.jsonl is not what');
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('乙');
  });

  test('work that fails leaves all as it was', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const failing = withMirror(out, NEVER, async (folder) => {
      await put({ 'a.jsonl': '乙' })(folder);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await contentOf('a.jsonl')).toBe('甲');
  });

  test('a worker that was overtaken changes nothing', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const slow = withMirror(out, NEVER, async (folder) => {
      await put({ 'a.jsonl': '慢', 'datapackage.json': '慢' })(folder);
      await withMirror(out, NEVER, put({ 'a.jsonl': '快', 'datapackage.json': '快' }));
    });
    await expect(slow).rejects.toBeInstanceOf(DatasetTakenError);
    expect(await contentOf('a.jsonl')).toBe('快');
    expect(await contentOf('datapackage.json')).toBe('快');
  });

  test('names that a killed worker had begun to write are written again', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const bucket = bucketAt(out);
    const note = JSON.parse((await contentOf('.gongwen/published.json'))!) as object;
    await bucket.put(
      '.gongwen/published.json',
      JSON.stringify({ ...note, unsure: ['a.jsonl', 'old.jsonl'] }),
    );
    await bucket.put('a.jsonl', 'half');
    await bucket.put('old.jsonl', 'of another dataset');
    await withMirror(out, NEVER, async () => {});
    expect(await publicNames()).toEqual(['a.jsonl', 'datapackage.json']);
    expect(await contentOf('a.jsonl')).toBe('甲');
  });

  test('is pulled whole, into the place of the one that was there', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const folder = join(folderOf({}), 'data');
    expect(await pullDataset(out, folder, NEVER)).toEqual({ files: 2, bytes: 4, snapshots: 0 });
    await withMirror(out, NEVER, put({ 'a.jsonl': '乙丙' }));
    await pullDataset(out, folder, NEVER);
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('乙丙');
    expect(readdirSync(join(folder, '..'))).toEqual(['data']);
  });

  test('is read anew where another has taken its place while it was read', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const folder = folderOf({});
    const dataset = new BucketDataset(bucketAt(out));
    let reads = 0;
    await dataset.reading(async ({ list }) => {
      if (reads++ === 0) await withMirror(out, NEVER, put({ 'a.jsonl': '乙' }));
      await dataset.fetch(list.files, folder, NEVER);
    });
    expect(reads).toBe(2);
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe('乙');
  });

  test('is not pulled where it is damaged, nor over other things', async () => {
    await withMirror(out, NEVER, put({ 'a.jsonl': '甲', 'datapackage.json': '1' }));
    const other = folderOf({ 'letter.txt': 'x' });
    await expect(pullDataset(out, other, NEVER)).rejects.toThrow(
      'holds other things than a dataset',
    );
    const contents: string[] = [];
    for await (const name of bucketAt(out).list('.gongwen/content/')) contents.push(name);
    for (const name of contents) await bucketAt(out).put(name, 'changed');
    const folder = join(folderOf({}), 'data');
    const pulling = pullDataset(out, folder, NEVER);
    await expect(pulling).rejects.toBeInstanceOf(StoreDownError);
    await expect(pulling).rejects.toThrow(/is damaged: .* is not what its list says\. Delete it/);
    expect(existsSync(folder)).toBe(false);
    await expect(pullDataset(server.url('nothing'), folder, NEVER)).rejects.toThrow(
      'holds no dataset',
    );
  });

  test('a large table goes in parts', async () => {
    const table = '数据\n'.repeat(3 * 2 ** 20);
    await withMirror(out, NEVER, put({ 'tasks.jsonl': table, 'datapackage.json': '1' }));
    const folder = join(folderOf({}), 'data');
    await pullDataset(out, folder, NEVER);
    expect(statSync(join(folder, 'tasks.jsonl')).size).toBe(Buffer.byteLength(table));
    const tagged = await bucketAt(out).getTagged('tasks.jsonl');
    expect(tagged!.content.toString() === table).toBe(true);
  });
});
