import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasetFiles, rowsOf, runScript } from '../workers/fixtures/folders.js';
import { Emissions, summaries } from './emission.js';

const TITLE = '关于印发《优化营商环境工作方案》的通知';
const NOTICE = [
  TITLE,
  '各区人民政府：',
  '一、主要任务',
  '1.建设统一的政务服务平台，2025年6月底前完成。（责任单位：市商务委）',
  '2.网上办理率达到80%以上。（责任单位：市政务服务局）',
  '3.开展涉企收费专项检查，公布收费目录清单。（责任单位：市市场监管局、市财政局）',
  '某某市人民政府办公室',
  '2025年1月10日',
].join('\n\n');

const page = (text: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body><div id="zoom">${text
    .split('\n\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')}</div></body></html>`;

test('the same notice as text, then as a page: only its source is another', async () => {
  const emissions = new Emissions({ 'a.txt': NOTICE });
  await emissions.emit();
  const before = [emissions.ids('documents'), emissions.ids('tasks'), emissions.ids('targets')];
  emissions.remove('a.txt');
  emissions.put('b.html', page(NOTICE));
  await emissions.emit();
  expect(emissions.changes).toMatchObject([
    { kind: 'document', change: 'changed', fields: [{ field: 'source' }] },
  ]);
  expect([emissions.ids('documents'), emissions.ids('tasks'), emissions.ids('targets')]).toEqual(
    before,
  );
});

describe('in words an analyst reads', () => {
  test.each([
    ['2025年6月底前', '2025年9月底前', 'task changed: deadline moved 2025-06-30 → 2025-09-30'],
    ['市商务委', '市经信局', 'task changed: lead unit changed 市商务委 → 市经信局'],
    ['、市财政局）', '、市财政局、市审计局）', 'task changed: unit added 市审计局'],
    ['、市财政局）', '）', 'task changed: unit removed 市财政局'],
    ['80%', '95%', 'target changed: target raised 80 → 95 %'],
    ['80%', '75%', 'target changed: target lowered 80 → 75 %'],
    ['建设统一的', '加快建设全市统一的', 'task changed: wording only'],
    ['一、主要任务', '一、重点任务', 'task changed: moved to section 一、重点任务'],
    [
      '2025年1月10日',
      '2025年1月12日',
      'document changed: date of issue changed 2025-01-10 → 2025-01-12',
    ],
  ])('%s becomes %s: %s', async (from, to, says) => {
    const emissions = new Emissions({ 'a.txt': NOTICE });
    await emissions.emit();
    const ids = [emissions.ids('documents'), emissions.ids('tasks'), emissions.ids('targets')];
    emissions.put('a.txt', NOTICE.replace(from, to));
    await emissions.emit();
    expect(summaries(emissions.changes)).toContain(says);
    expect(emissions.changes.every(({ change }) => change === 'changed')).toBe(true);
    expect([emissions.ids('documents'), emissions.ids('tasks'), emissions.ids('targets')]).toEqual(
      ids,
    );
  });
});

test('a snapshot stays as it was when the dataset goes on', async () => {
  const emissions = new Emissions({ 'a.txt': NOTICE });
  await emissions.emit();
  const first = join(emissions.out, emissions.latest, 'tasks.jsonl');
  const before = readFileSync(first, 'utf8');
  expect(statSync(first).ino).toBe(statSync(join(emissions.out, 'tasks.jsonl')).ino);
  emissions.put('a.txt', NOTICE.replace('80%', '95%'));
  await emissions.emit();
  expect(readFileSync(first, 'utf8')).toBe(before);
  expect(rowsOf(emissions.out, 'targets')).toMatchObject([{ value: 95 }]);
});

describe('a kill', () => {
  test.each([
    ['before the snapshot has its name', '/snapshots/', 1],
    ['between the snapshot and the switch', '/out/latest', 2],
  ])('%s leaves the former one as latest, and the next run goes on', async (_, place, kept) => {
    const emissions = new Emissions({ 'a.txt': NOTICE });
    await emissions.emit();
    const former = emissions.latest;
    const files = datasetFiles(join(emissions.out, former));
    emissions.put('a.txt', NOTICE.replace('80%', '95%'));
    const killed = await runScript('test/changes/fixtures/killed-run.ts', [
      emissions.inputs,
      emissions.out,
      place,
    ]);
    expect(killed).toMatchObject({ status: null, stderr: '' });
    expect(emissions.latest).toBe(former);
    expect(emissions.snapshots).toHaveLength(kept);
    expect(datasetFiles(join(emissions.out, 'latest'))).toEqual(files);
    await emissions.emit();
    expect(emissions.snapshots).toHaveLength(2);
    expect(emissions.latest).toBe(`snapshots/${emissions.snapshots[1]}`);
    expect(summaries(emissions.changes)).toContain('target changed: target raised 80 → 95 %');
  });
});

test('without a snapshot where none is asked for', async () => {
  const emissions = new Emissions({ 'a.txt': NOTICE });
  await emissions.emit({ snapshot: false });
  expect(existsSync(join(emissions.out, 'snapshots'))).toBe(false);
});

test('two snapshots in one second have names in their order', async () => {
  const emissions = new Emissions({ 'a.txt': NOTICE });
  for (const value of [81, 82, 83]) {
    emissions.put('a.txt', NOTICE.replace('80%', `${value}%`));
    await emissions.emit();
    expect(emissions.latest).toBe(`snapshots/${emissions.snapshots.at(-1)}`);
  }
  expect(emissions.snapshots).toHaveLength(3);
});
