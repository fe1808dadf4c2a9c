import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownTotals } from '../../pipeline/segment/known-totals.js';
import { fingerprintOf } from '../../workers/fingerprint.js';
import { datasetFiles, folderOf } from '../workers/fixtures/folders.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';

const extract = (program: readonly string[], path: string, out: string): void => {
  execFileSync(process.execPath, [...program, 'extract', path, '--out', out, '--quiet']);
};

it('the bundled program makes the dataset that its sources make', () => {
  const folder = folderOf({ 'notice.txt': NOTICE });
  const path = join(folder, 'notice.txt');
  extract(['dist/cli/main.js'], path, join(folder, 'bundled'));
  extract(['--import', 'tsx', 'cli/main.ts'], path, join(folder, 'sources'));
  const bundled = datasetFiles(join(folder, 'bundled'));
  expect(bundled['tasks.jsonl']).toContain('市水务局');
  expect(bundled).toEqual(datasetFiles(join(folder, 'sources')));
});

it('the digest that stands for the pipeline is that of the code that was bundled', () => {
  expect(readFileSync('dist/program/fingerprint', 'utf8')).toBe(fingerprintOf('dist/'));
});

it('the totals of the dictionary that were built in are those of its files', () => {
  expect(JSON.parse(readFileSync('dist/program/dictionary.json', 'utf8'))).toEqual(knownTotals());
});
