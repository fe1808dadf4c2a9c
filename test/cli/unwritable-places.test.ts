import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

const folder = folderOf({ file: '', 'in/a.txt': '1.做一件事。（责任单位：市发改委）\n' });
const mounted: string[] = [];

const run = (...args: readonly string[]): Promise<Ran> => runScript('cli/main.ts', args, {});

/** A file system in memory; null where none can be mounted here. */
function mount(name: string, options: string): string | null {
  const place = join(folderOf({ [`${name}/a`]: '' }), name);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status !== 0) return null;
  mounted.push(place);
  return place;
}
afterAll(() => {
  for (const place of mounted) spawnSync('umount', [place]);
});

const full = mount('full', 'size=64k');
const readOnly = mount('read-only', 'size=1m,ro');

/** All that lies in a folder and is no finished result. */
const leftIn = (place: string): string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .filter((name) => !/^[0-9a-f]{64}\.ndjson$/.test(name))
    : [];

const PLACES: readonly [name: string, place: string | null, says: RegExp][] = [
  ['under /proc', process.platform === 'linux' ? '/proc/gongwen/data' : null, /ENOENT/],
  ['on a file', join(folder, 'file'), /ENOTDIR|EEXIST/],
  ['inside a file', join(folder, 'file/a/b'), /ENOTDIR|EEXIST/],
  ['on a read-only disk (needs the right to mount)', readOnly && join(readOnly, 'data'), /EROFS/],
];

describe.each(PLACES)('a folder %s', (_, place, says) => {
  test.skipIf(place === null)('of a dataset', async () => {
    const { status, stderr } = await run('extract', join(folder, 'in'), '--out', place!, '-q');
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).toContain(place);
    expect(stderr).not.toContain('    at ');
  });

  test.skipIf(place === null)('of an export', async () => {
    const dataset = join(folder, 'dataset');
    await run('extract', join(folder, 'in'), '--out', dataset, '-q');
    const { status, stderr } = await run('export', dataset, '--out', place!, '--format', 'csv');
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).toContain(place);
    expect(stderr).not.toContain('    at ');
  });
});

/** Takes all room of a disk but some KiB. */
function fill(disk: string, left: number): () => void {
  const path = join(disk, 'fill');
  for (let kib = 4096; kib >= left; kib -= 4) {
    try {
      writeFileSync(path, Buffer.alloc((kib - left) * 1024));
      break;
    } catch {
      rmSync(path, { force: true });
    }
  }
  return () => rmSync(path);
}

test.skipIf(full === null)(
  'a disk that is full, and has room again (needs mount)',
  async () => {
    const out = join(full!, 'data');
    const empty = fill(full!, 16);
    const failed = await run('extract', join(folder, 'in'), '--out', out, '-q');
    expect([failed.status, failed.stderr]).toEqual([2, expect.stringContaining('ENOSPC')]);
    expect(failed.stderr).toContain(out);
    expect(leftIn(out)).toEqual([]);
    empty();
    spawnSync('mount', ['-o', 'remount,size=4m', full!]);
    expect((await run('extract', join(folder, 'in'), '--out', out, '-q')).status).toBe(0);
    spawnSync('mount', ['-o', 'remount,size=4m', full!]);
    fill(full!, 4);
    const before = leftIn(out).sort();
    for (const command of ['export', 'report']) {
      const { status, stderr } = await run(command, out);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/ENOSPC|No space left/)]);
      expect(stderr).toContain(out);
      expect(leftIn(out).sort()).toEqual(before);
    }
  },
  60_000,
);

test.skipIf(readOnly === null)(
  'a dataset on a read-only disk (needs mount)',
  async () => {
    const place = mount('data', 'size=4m')!;
    await run('extract', join(folder, 'in'), '--out', place, '-q');
    spawnSync('mount', ['-o', 'remount,ro', place]);
    for (const args of [
      ['report', place],
      ['export', place],
      ['extract', join(folder, 'in'), '--out', place],
    ]) {
      const { status, stderr } = await run(...args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/EROFS|ENOENT.*mkdir/)]);
      expect(stderr).toContain(place);
      expect(stderr).not.toContain('    at ');
    }
  },
  60_000,
);
