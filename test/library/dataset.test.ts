import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatasetError, diff, openDataset, validate } from '../../library/index.js';
import { extract } from '../../workers/extract.js';
import { extractOptions } from '../workers/fixtures/extract-options.js';
import { folderOf } from '../workers/fixtures/folders.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';

/** A dataset of a notice and of an empty file. */
async function datasetOf(text = NOTICE): Promise<string> {
  const folder = folderOf({ 'in/notice.txt': text, 'in/empty.txt': '' });
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  const out = join(folder, 'out');
  const { converter: _, ...options } = extractOptions([join(folder, 'in')], out);
  await extract(options, events, new AbortController().signal);
  return out;
}

const listOf = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
};

describe('a dataset', async () => {
  const out = await datasetOf();

  it('gives the records of its tables, again and again', async () => {
    const dataset = await openDataset(out, { checked: true });
    const titles = (await listOf(dataset.tasks)).map(({ title }) => title);
    expect(titles).toEqual(['2025年底前改造管网20公里']);
    expect(await listOf(dataset.tasks)).toHaveLength(1);
    expect((await listOf(dataset.units)).map(({ name }) => name)).toEqual(['市水务局']);
    expect((await listOf(dataset.rejects)).map(({ code }) => code)).toEqual(['empty']);
    expect(await listOf(dataset.records('targets'))).toEqual(await listOf(dataset.targets));
    expect(await listOf(dataset.tokens)).toEqual([]);
  });

  it('gives the text that its records stand in, and none outside its folder', async () => {
    const dataset = await openDataset(out);
    const [document] = await listOf(dataset.documents);
    expect(await dataset.text(document!.id)).toBe(NOTICE);
    expect(await dataset.text('../run')).toBeNull();
    expect(await dataset.text('none')).toBeNull();
  });

  it('is found sound, and its faults are told', async () => {
    expect(await validate(out)).toMatchObject({
      sound: true,
      problems: [],
      rows: { documents: 1, tasks: 1, rejects: 1 },
    });
    const other = await datasetOf();
    appendFileSync(join(other, 'tasks.jsonl'), '{}\n');
    const { sound, problems } = await validate(other);
    expect(sound).toBe(false);
    expect(problems[0]).toMatchObject({ file: 'tasks.jsonl', line: 2 });
  });

  it('is compared with another', async () => {
    const latter = await datasetOf(NOTICE.replace('20公里', '30公里'));
    const changes = await listOf(diff(out, latter));
    expect(changes.map(({ change }) => [change.kind, change.change])).toContainEqual([
      'target',
      'changed',
    ]);
    expect(changes[0]?.document).toBe('关于做好供水工作的通知');
    expect(await listOf(diff(out, out))).toEqual([]);
  });
});

describe('what is no dataset', () => {
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof DatasetError ? [error.code, error.place] : error),
    );

  it('is told when it is opened, checked or compared', async () => {
    const empty = folderOf({});
    expect(await codeOf(openDataset(empty))).toEqual(['no_dataset', null]);
    expect(await codeOf(validate(empty))).toEqual(['no_dataset', null]);
    expect(await codeOf(listOf(diff(empty, empty)))).toEqual(['no_dataset', null]);
  });

  it('is told with its place where a table holds another thing than records', async () => {
    const out = await datasetOf();
    appendFileSync(join(out, 'tasks.jsonl'), '{"id":1}\n');
    const place = { file: 'tasks.jsonl', line: 2 };
    const checked = await openDataset(out, { checked: true });
    expect(await codeOf(listOf(checked.tasks))).toEqual(['damaged_dataset', place]);
    expect(await listOf((await openDataset(out)).tasks)).toHaveLength(2);
    writeFileSync(join(out, 'documents.jsonl'), '{"id":\n');
    const cut = { file: 'documents.jsonl', line: 1 };
    expect(await codeOf(listOf(checked.documents))).toEqual(['damaged_dataset', cut]);
    rmSync(join(out, 'units.jsonl'));
    await expect(listOf(checked.units)).rejects.toThrow('ENOENT');
  });
});
