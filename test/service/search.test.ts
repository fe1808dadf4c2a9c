import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import { rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, jsonOf, serviceWith } from './fixtures/service.js';

let url: string;
let documents: DocumentRecord[];
let tasks: Task[];
let targets: Target[];

beforeAll(async () => {
  const dataset = await datasetOf(['samples']);
  ({ url } = await serviceWith({ datasets: [{ name: 'plans', folder: dataset }] }));
  documents = rowsOf<DocumentRecord>(dataset, 'documents');
  tasks = rowsOf<Task>(dataset, 'tasks');
  targets = rowsOf<Target>(dataset, 'targets');
}, 60_000);

const page = <Row>(
  collection: string,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly total: number | null; readonly items: readonly Row[] }> =>
  jsonOf(`${url}/v1/datasets/plans/${collection}?${new URLSearchParams(query)}`);

/** What a search of tasks looks in. */
const wordsOf = ({ title, text, units }: Task): string =>
  [title, text, ...units.flatMap(({ name, canonical }) => [name, canonical ?? ''])].join('\n');

describe('a search', () => {
  test.each(['监管', '协同', '预付', '一件事', '第'])('finds every task with %s', async (word) => {
    const expected = tasks.filter((task) => wordsOf(task).includes(word));
    const { total, items } = await page<Task>('tasks', {
      q: word,
      count: 'true',
      limit: '500',
      copies: 'true',
    });
    expect(total).toBe(expected.length);
    expect(items).toEqual(expected.slice(0, 500));
  });

  test('wants all words, and finds nothing where nothing is', async () => {
    const both = tasks.filter((task) => has(task, '企业') && has(task, '检查'));
    expect(both.length).toBeGreaterThan(5);
    const { items } = await page<Task>('tasks', { q: '企业 检查', limit: '500', copies: 'true' });
    expect(items.map(({ id }) => id)).toEqual(both.map(({ id }) => id));
    expect((await page('tasks', { q: '龙虾' })).items).toEqual([]);
    expect((await page('tasks', { q: "' OR 1=1 --" })).items).toEqual([]);
  });

  const has = (task: Task, words: string): boolean => wordsOf(task).includes(words);

  test('a part of the name of a body finds what is its own, and a minus leaves it out', async () => {
    const named = tasks.filter(({ text, title }) => !`${title}\n${text}`.includes('税务'));
    const inNames = named.filter((task) => has(task, '税务')).map(({ id }) => id);
    expect(inNames.length).toBeGreaterThan(3);
    const query = { limit: '500', copies: 'true' };
    const { items } = await page<Task>('tasks', { ...query, q: '税务' });
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(inNames));
    const { items: others } = await page<Task>('tasks', { ...query, q: '企业 -税务' });
    expect(others.filter(({ id }) => inNames.includes(id))).toEqual([]);
  });

  test.each<[string, boolean, (task: Task) => boolean]>([
    ['企业 龙虾', true, (task) => has(task, '企业')],
    ['企业 -检查', false, (task) => has(task, '企业') && !has(task, '检查')],
    ['"企业 检查"', false, (task) => has(task, '企业 检查')],
    ['１００％', false, (task) => has(task, '100%')],
    ['app', false, (task) => /APP/i.test(wordsOf(task))],
    [
      '温州市市场监督管理局',
      false,
      (task) => task.units.some(({ canonical }) => canonical === '温州市市场监督管理局'),
    ],
  ])('understands %j, any %j', async (q, any, isFound) => {
    const expected = tasks.filter(isFound);
    const asked = { q, any: String(any), limit: '500', copies: 'true', count: 'true' };
    const { items, total } = await page<Task>('tasks', asked);
    expect(total).toBe(expected.length);
    expect(items.map(({ id }) => id)).toEqual(expected.slice(0, 500).map(({ id }) => id));
  });

  test('finds targets, quantities and documents of a body by its full name', async () => {
    const name = '温州市市场监督管理局';
    const ofBody = new Set(
      tasks
        .filter(({ units: all }) => all.some(({ canonical }) => canonical === name))
        .map(({ id }) => id),
    );
    const expected = targets.filter(({ task_ids: ids }) => ids.some((id) => ofBody.has(id)));
    expect(expected.length).toBeGreaterThan(3);
    const { items } = await page<{ id: string }>('targets', {
      q: name,
      limit: '500',
      copies: 'true',
    });
    expect(items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect((await page('quantities', { q: name })).items.length).toBeGreaterThan(3);
    const short = documents.find(({ issuers }) => issuers.length > 0)!;
    const { items: issued } = await page<{ id: string }>('documents', { q: short.issuers[0]! });
    expect(issued.map(({ id }) => id)).toContain(short.id);
  });

  test('finds a body by what its kind is called elsewhere, and a number whatever its brackets', async () => {
    const name = '温州市发展和改革委员会';
    const expected = tasks
      .filter(({ units: all }) => all.some(({ canonical }) => canonical === name))
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(2);
    for (const q of [name, '温州市发改委', '"市发展改革委 · 温州市"']) {
      const { items } = await page<Task>('tasks', { q, limit: '500', copies: 'true' });
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
    }
    const numbered = tasks.filter(({ text }) => /〔\d{4}〕\d+号/.test(text));
    expect(numbered.length).toBeGreaterThan(0);
    for (const { id, text } of numbered) {
      const [number] = /〔\d{4}〕\d+号/.exec(text)!;
      const q = number.replace('〔', '[').replace('〕', ']');
      const { items } = await page<Task>('tasks', { q, limit: '500', copies: 'true' });
      expect(items.map((task) => task.id)).toContain(id);
    }
  });
});
