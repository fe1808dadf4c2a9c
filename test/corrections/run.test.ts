import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOfRecord } from '../../pipeline/corrections/index.js';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import { folderOf, rowsOf, runScript } from '../workers/fixtures/folders.js';

const NOTICE =
  '关于做好工作的通知\n\n一、主要任务\n1.优化服务。（责任单位：市商务委）\n2.推进改革。（责任单位：市发展改革委）\n';

const extract = (cwd: string, ...more: string[]) =>
  runScript('cli/main.ts', ['extract', 'in', '--json', ...more], { cwd });

/** A dataset, and a file that rejects its first task and gives the second another title. */
async function corrected(): Promise<{ cwd: string; out: string; lines: object[] }> {
  const cwd = folderOf({ 'in/a.txt': NOTICE });
  await extract(cwd);
  const out = join(cwd, 'output');
  const text = readFileSync(
    join(out, `texts/${rowsOf<Task>(out, 'tasks')[0]!.document_id}.txt`),
    'utf8',
  );
  const lines = rowsOf<Task>(out, 'tasks').map((task, index) => ({
    record: 'task',
    id: task.id,
    document_id: task.document_id,
    digest: digestOfRecord(text, task),
    start: task.at.start,
    note: null,
    made_by: '王某',
    made_at: '2025-01-01T00:00:00Z',
    ...(index === 0 ? { action: 'reject', fields: [] } : { action: 'set', set: { title: '改革' } }),
  }));
  writeFileSync(join(cwd, 'c.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { cwd, out, lines };
}

test('corrections hold at every later run, and go when the file is not given', async () => {
  const { cwd, out } = await corrected();
  for (const _ of [1, 2]) {
    const { status, stdout } = await extract(cwd, '--corrections', 'c.jsonl');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).counts).toMatchObject({ tasks: 1, warnings: 2, rejects: 0 });
    expect(rowsOf<Task>(out, 'tasks').map(({ title }) => title)).toEqual(['改革']);
  }
  expect((await runScript('cli/main.ts', ['validate', 'output'], { cwd })).status).toBe(0);
  await extract(cwd);
  expect(rowsOf(out, 'tasks')).toHaveLength(2);
});

test('a changed source is flagged, and its record stays as it is read', async () => {
  const { cwd, out } = await corrected();
  writeFileSync(join(cwd, 'in/a.txt'), NOTICE.replace('推进改革', '推进全面改革'));
  await extract(cwd, '--corrections', 'c.jsonl');
  expect(rowsOf<Task>(out, 'tasks').map(({ title }) => title)).toEqual(['推进全面改革']);
  const [document] = rowsOf<DocumentRecord>(out, 'documents');
  expect(document!.warnings.map(({ code }) => code).sort()).toEqual([
    'correction_outdated',
    'rejected_in_review',
  ]);
});

test('corrections of a document that is not there are a reject', async () => {
  const { cwd, out, lines } = await corrected();
  const strange = lines.map((line) => JSON.stringify({ ...line, document_id: 'd0' })).join('\n');
  writeFileSync(join(cwd, 'c.jsonl'), strange);
  const { status } = await extract(cwd, '--corrections', 'c.jsonl');
  expect(status).toBe(1);
  expect(rowsOf(out, 'rejects')).toEqual([
    expect.objectContaining({
      uri: 'c.jsonl',
      code: 'correction_unknown',
      message: expect.stringContaining('No document d0 is in this dataset; 2 of its corrections'),
    }),
  ]);
});

test('a file that is none is told by its lines, before anything is done', async () => {
  const { cwd } = await corrected();
  writeFileSync(join(cwd, 'c.jsonl'), '{"record":"task"}\n\nno json\n');
  const { status, stderr } = await extract(cwd, '--corrections', 'c.jsonl');
  expect(status).toBe(2);
  expect(stderr).toMatch(/c\.jsonl:1: action: /);
  expect(stderr).toContain('c.jsonl:3: not JSON');
});
