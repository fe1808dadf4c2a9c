import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Correction, DocumentRecord, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { CorrectionsFile } from '../../service/corrections/corrections-file.js';
import { readCorrections } from '../../workers/corrections/read-corrections.js';
import { inChromium } from '../report/browser.js';
import { folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, serviceWith } from './fixtures/service.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n（二）2026年底前新建泵站3座。（责任单位：市水务局）\n';
const folder = folderOf({ 'in/a.txt': NOTICE });
const file = join(folder, 'corrections.jsonl');

let url: string;
let review: string;
let document: DocumentRecord;
let tasks: Task[];

beforeAll(async () => {
  await bundleReport();
  const dataset = await datasetOf([join(folder, 'in')], join(folder, 'out'));
  [document] = rowsOf<DocumentRecord>(dataset, 'documents') as [DocumentRecord];
  tasks = rowsOf<Task>(dataset, 'tasks');
  const service = await serviceWith({
    datasets: [{ name: 'plans', folder: dataset }],
    corrections: [{ name: 'plans', path: file }],
  });
  url = `${service.url}/v1/datasets/plans/corrections`;
  review = `${service.url}/v1/datasets/plans/review?document=${document.id}`;
}, 120_000);

const decision = (task: Task, made_by: string): Correction => ({
  ...{ record: 'task', id: task.id, document_id: task.document_id, action: 'accept', fields: [] },
  ...{ digest: '0123456789abcdef', start: task.at.start, note: null, made_by, made_at: null },
});
const change = (task: Task, former: Correction[], corrections: Correction[]) => ({
  ...{ record: 'task', id: task.id, document_id: task.document_id, former, corrections },
});
const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
};
const saved = (): readonly (string | null)[] =>
  existsSync(file) ? readCorrections(file).corrections.map(({ made_by }) => made_by) : [];

describe('what is decided', () => {
  test('is saved, replaced, taken back, and refused where another decided meanwhile', async () => {
    const [first, second] = tasks as [Task, Task];
    const mine = decision(first, '甲');
    const theirs = decision(first, '乙');
    expect(await post(change(first, [], [mine]))).toMatchObject({ status: 200 });
    expect(await post(change(second, [], [decision(second, '丙')]))).toMatchObject({ status: 200 });
    // The same again is no fault: the answer to the first may have been lost.
    expect(await post(change(first, [], [mine]))).toMatchObject({ status: 200 });
    expect(saved()).toEqual(['甲', '丙']);
    const late = await post(change(first, [], [theirs]));
    expect(late).toEqual({ status: 409, code: 'conflict' });
    expect(saved()).toEqual(['甲', '丙']);
    expect(await post(change(first, [mine], [theirs]))).toMatchObject({ status: 200 });
    expect(saved()).toEqual(['丙', '乙']);
    const listed = await (await fetch(`${url}?document=${document.id}`)).json();
    expect(listed).toEqual({ corrections: readCorrections(file).corrections });
    const lines = await fetch(url, { headers: { accept: 'application/x-ndjson' } });
    expect(await lines.text()).toBe(readFileSync(file, 'utf8'));
    expect(await post(change(first, [theirs], []))).toMatchObject({ status: 200 });
    expect(saved()).toEqual(['丙']);
    expect(readdirSync(folder).sort()).toEqual(['corrections.jsonl', 'in', 'out']);
  });

  test.each([
    ['a foreign page', { origin: 'https://evil.example' }, 403, 'forbidden_origin'],
    ['a form', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
  ])('is not taken from %s', async (_, headers, status, code) => {
    const before = saved();
    const body = change(tasks[0]!, [], [decision(tasks[0]!, '丁')]);
    expect(await post(body, headers)).toEqual({ status, code });
    expect(saved()).toEqual(before);
  });

  test.each<[string, () => unknown, number, string]>([
    ['no JSON', () => '{', 400, 'invalid_body'],
    ['no correction', () => change(tasks[0]!, [], [{ action: 'x' } as never]), 400, 'invalid_body'],
    [
      'a correction of another record',
      () => change(tasks[0]!, [], [decision(tasks[1]!, '丁')]),
      ...([400, 'invalid_body'] as const),
    ],
    [
      'a task that is not there',
      () => ({ ...change(tasks[0]!, [], []), id: 'dnone.tnone' }),
      ...([404, 'not_found'] as const),
    ],
    [
      'a document that is not there',
      () => ({ record: 'task', id: 'x', document_id: 'none', former: [], corrections: [] }),
      ...([404, 'not_found'] as const),
    ],
    ['too much', () => ' '.repeat(2 ** 20 + 1), 413, 'too_large'],
  ])('is refused with %s', async (_, body, status, code) => {
    expect(await post(body())).toEqual({ status, code });
  });

  test('needs the token where one is asked for', async () => {
    const { url: guarded } = await serviceWith({
      tokens: ['0123456789abcdef'],
      datasets: [{ name: 'plans', folder: join(folder, 'out') }],
      corrections: [{ name: 'plans', path: join(folder, 'in', 'b.jsonl') }],
    });
    const ask = (headers: Record<string, string>) =>
      fetch(`${guarded}/v1/datasets/plans/corrections`, { headers });
    expect((await ask({})).status).toBe(401);
    const answer = await ask({ authorization: 'Bearer 0123456789abcdef' });
    expect(await answer.json()).toEqual({ corrections: [] });
  });

  test('has no place where no file is kept, and a damaged file is told and left', async () => {
    const damaged = join(folder, 'in', 'damaged.jsonl');
    writeFileSync(damaged, '{"record":\n');
    const { url: other } = await serviceWith({
      datasets: ['a', 'b'].map((name) => ({ name, folder: join(folder, 'out') })),
      corrections: [{ name: 'b', path: damaged }],
    });
    const codeOf = async (name: string): Promise<string> => {
      const answer = await fetch(`${other}/v1/datasets/${name}/corrections`);
      return ((await answer.json()) as { code: string }).code;
    };
    expect([await codeOf('a'), await codeOf('b')]).toEqual(['not_found', 'corrections_file']);
    expect(readFileSync(damaged, 'utf8')).toBe('{"record":\n');
  });
});

test('changes at the same time are all kept, those of another service too', async () => {
  const path = join(folderOf({}), 'c.jsonl');
  const [kept, other] = [new CorrectionsFile(path), new CorrectionsFile(path)];
  const names = Array.from({ length: 20 }, (_, index) => `t${index}`);
  await Promise.all(
    names.map((id, index) => {
      const one = { ...decision(tasks[0]!, id), id };
      const service = index % 2 === 0 ? kept : other;
      return service.change({ record: 'task', id, former: [], corrections: [one] });
    }),
  );
  const ids = kept.read().map(({ id }) => id);
  expect([...ids].sort()).toEqual([...names].sort());
  // Of one service in their order.
  expect(ids.filter((id) => Number(id.slice(1)) % 2 === 0)).toEqual(
    names.filter((_, index) => index % 2 === 0),
  );
  expect(readdirSync(dirname(path))).toEqual(['c.jsonl']);
});

inChromium('the review page that is served', (browser) => {
  test('saves each decision, shows what stands, and a conflict until somebody chooses', async () => {
    writeFileSync(file, '');
    const page = await browser.visit(review, '.saved');
    const other = await browser.visit(review, '.saved');
    const decide = async (on: typeof page, key: string): Promise<void> => {
      await on.locator('#records [role=option]').first().click();
      await on.keyboard.press(key);
    };
    await decide(page, 'a');
    await expect.poll(() => readCorrections(file).corrections.length).toBe(1);
    await page.locator('.saved', { hasText: '已保存' }).waitFor();
    const [accepted] = readCorrections(file).corrections;
    expect(accepted).toMatchObject({ record: 'task', id: tasks[0]!.id, action: 'accept' });

    await decide(other, 'x');
    await other.locator('.saved', { hasText: '未保存：1' }).waitFor();
    expect(readCorrections(file).corrections).toEqual([accepted]);
    await other.locator('nav.views button').last().click();
    await other.locator('.conflicts li button').first().waitFor();
    await other.locator('.conflicts p button').first().click();
    await expect.poll(() => readCorrections(file).corrections[0]?.action).toBe('reject');

    const again = await browser.visit(review, '.saved');
    expect(await again.locator('.download').textContent()).toContain('1');
    // The refused change is the one thing that the browser complains of.
    const complaints = browser.complaints.splice(0);
    expect(complaints.filter((words) => !words.includes('409'))).toEqual([]);
  });
});
