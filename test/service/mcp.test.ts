import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Task, UnitRecord } from '../../schemas/index.js';
import { TOOLS } from '../../service/mcp/server.js';
import { folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf } from './fixtures/service.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';
/** Bytes of an answer: its records, as text and as data, and what stands around them. */
const MOST = 2 * 64 * 1024;

let dataset: string;
let folder: string;
let client: Client;
let tasks: Task[];

interface TaskLine {
  readonly id: string;
  readonly deadlines: readonly { readonly end: string | null }[];
}
interface ListAnswer {
  readonly total: number;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly tasks: readonly TaskLine[];
  readonly found: readonly { readonly id: string; readonly title: string }[];
  readonly next: string | null;
}

beforeAll(async () => {
  dataset = await datasetOf(['samples']);
  tasks = rowsOf<Task>(dataset, 'tasks');
  const long = Array.from(
    { length: 200 },
    (_, n) => `（${n + 1}）完成第${n + 1}项改造。（责任单位：市水务局）`,
  );
  folder = folderOf({
    'in/notice.txt': NOTICE,
    'in/long.txt': `关于做好工作的通知\n\n${long.join('\n')}\n`,
    'secret.txt': NOTICE,
  });
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'in/link.txt'));
  client = new Client({ name: 'test', version: '1' });
  const args = ['--import', 'tsx', 'cli/main.ts', 'mcp', '--dataset', `plans=${dataset}`];
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [...args, '--root', join(folder, 'in')],
      stderr: 'ignore',
    }),
  );
}, 60_000);
afterAll(() => client.close());

async function call<Answer>(name: string, input: object): Promise<Answer> {
  const answer = await client.callTool({ name, arguments: input as Record<string, unknown> });
  const [content] = answer.content as { type: string; text: string }[];
  if (answer.isError) throw new Error(content!.text);
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(MOST);
  expect(JSON.parse(content!.text)).toEqual(answer.structuredContent);
  return answer.structuredContent as Answer;
}

describe('the tools', () => {
  test('are listed with the schemas of the code, and take nothing else', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...['extract_file', 'search_dataset', 'list_tasks', 'show_source'],
    ]);
    for (const { name, inputSchema, outputSchema, annotations } of tools) {
      const tool = TOOLS.find((each) => each.name === name)!;
      const input = z.toJSONSchema(tool.input, { target: 'draft-7', io: 'input' });
      const output = z.toJSONSchema(tool.output, { target: 'draft-7', io: 'output' });
      expect(inputSchema).toEqual(input);
      expect(outputSchema).toEqual(output);
      expect(inputSchema.additionalProperties).toBe(false);
      for (const [field, schema] of Object.entries(inputSchema.properties!)) {
        expect([name, field, (schema as { type?: string }).type]).toEqual([
          name,
          field,
          expect.any(String),
        ]);
        expect((schema as { description?: string }).description).toMatch(/./);
      }
      expect(annotations).toMatchObject({ readOnlyHint: true });
    }
  });

  test.each([
    ['list_tasks', { body: 'x', colour: 'red' }, 'colour'],
    ['list_tasks', { due_before: 'soon' }, 'due_before'],
    ['list_tasks', { limit: 51 }, 'limit'],
    ['search_dataset', {}, 'query'],
    ['search_dataset', { query: 'x', dataset: 'none' }, 'There are: plans'],
    ['search_dataset', { query: 'x', cursor: 'none' }, 'cursor'],
    ['show_source', { id: 'none' }, 'none'],
    ['extract_file', { path: 'nowhere.txt' }, 'ENOENT'],
    ['extract_file', { path: '../secret.txt' }, 'outside'],
    ['extract_file', { path: 'link.txt' }, 'outside'],
    ['extract_file', { path: '/etc/passwd' }, 'outside'],
  ])('%s refuses %j with a word', async (name, input, says) => {
    await expect(call(name, input)).rejects.toThrow(says);
  });
});

describe('list_tasks', () => {
  test('gives what a body leads before a day, page by page, the earliest first', async () => {
    const dueBefore = '2026-01-01';
    const isDue = ({ deadlines }: Task): boolean =>
      deadlines.some(({ end }) => end !== null && end < dueBefore);
    const led = (name: string): Task[] =>
      tasks.filter(
        (task) =>
          isDue(task) &&
          task.units.some(({ canonical, role }) => canonical === name && role === 'lead'),
      );
    const names = rowsOf<UnitRecord>(dataset, 'units').flatMap(({ canonical }) => canonical ?? []);
    const body = names.reduce((most, name) => (led(name).length > led(most).length ? name : most));
    const expected = led(body);
    expect(expected.length).toBeGreaterThan(3);
    const found: TaskLine[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const more: object = cursor === undefined ? {} : { cursor };
      const input = { body, role: 'lead', due_before: dueBefore, limit: 2, ...more };
      const answer: ListAnswer = await call('list_tasks', input);
      expect(answer.total).toBe(expected.length);
      expect(answer.bodies.map(({ name }) => name)).toEqual([body]);
      found.push(...answer.tasks);
      cursor = answer.next;
    }
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    const ends = found.map(({ deadlines }) => deadlines.map(({ end }) => end ?? '9').sort()[0]!);
    expect(ends).toEqual([...ends].sort());
  });

  test('gives the bodies to choose from where a name stands for several', async () => {
    const units = rowsOf<UnitRecord>(dataset, 'units');
    const several = units.filter(({ names, name }) =>
      [name, ...names].some((each) => each.includes('市场监管')),
    );
    expect(several.length).toBeGreaterThan(1);
    const open = await call<ListAnswer>('list_tasks', { body: '市场监管' });
    expect(open.tasks).toEqual([]);
    expect(open.bodies.map(({ id }) => id).sort()).toEqual(
      several
        .map(({ id }) => id)
        .slice(0, 50)
        .sort(),
    );
    const one = await call<ListAnswer>('list_tasks', { body: open.bodies[0]!.id });
    expect(one.total).toBe(units.find(({ id }) => id === open.bodies[0]!.id)!.tasks);
    expect((await call<ListAnswer>('list_tasks', { body: '龙虾局' })).bodies).toEqual([]);
  });
});

/** What a search of tasks looks in. */
const wordsOf = ({ title, text, units }: Task): string =>
  [title, text, ...units.flatMap(({ name, canonical }) => [name, canonical ?? ''])].join('\n');

describe('search_dataset', () => {
  test('finds two characters in tasks, and bodies by a part of their names', async () => {
    const expected = tasks.filter((task) => wordsOf(task).includes('协同'));
    const { total, tasks: shown } = await call<ListAnswer>('search_dataset', {
      query: '协同',
      limit: 50,
    });
    expect(total).toBe(expected.length);
    expect(shown.map(({ id }) => id)).toEqual(expected.slice(0, shown.length).map(({ id }) => id));
    const { found } = await call<ListAnswer>('search_dataset', {
      query: '温州市市场监督',
      in: 'units',
    });
    expect(found.map(({ title }) => title)).toContain('温州市市场监督管理局');
  });

  test('gives no more than an answer may hold, and goes on from there', async () => {
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const more: object = cursor === undefined ? {} : { cursor };
      const answer: ListAnswer = await call('search_dataset', {
        query: '企业',
        limit: 50,
        ...more,
      });
      ids.push(...answer.tasks.map(({ id }) => id));
      cursor = answer.next;
    }
    const expected = tasks.filter((task) => wordsOf(task).includes('企业'));
    expect(ids).toEqual(expected.map(({ id }) => id));
  });
});

describe('show_source', () => {
  test('shows a task’s words as they stand, and each value’s', async () => {
    const task = tasks.find(({ units, deadlines }) => units.length > 1 && deadlines.length > 0)!;
    const shown = await call<{
      passage: string;
      before: string;
      values: { field: string; raw: string; start: number; end: number; rule: string }[];
      document: { title: string };
    }>('show_source', { id: task.id, context: 50 });
    const text = readFileSync(join(dataset, 'texts', `${task.document_id}.txt`), 'utf8');
    expect(text.slice(task.at.start, task.at.end)).toBe(shown.passage);
    expect(shown.before).toBe(text.slice(task.at.start - 50, task.at.start));
    expect(shown.values).toHaveLength(
      task.units.length + task.deadlines.length + task.contacts.length,
    );
    for (const { raw, start, end } of shown.values) expect(text.slice(start, end)).toBe(raw);
    expect(shown.values[0]).toMatchObject({ field: 'units[0]', rule: task.units[0]!.rule });
  });

  test('knows targets, quantities and documents too', async () => {
    for (const table of ['targets', 'quantities', 'documents']) {
      const [{ id }] = rowsOf<{ id: string }>(dataset, table) as [{ id: string }];
      expect(await call('show_source', { id })).toMatchObject({ kind: table, id });
    }
  });
});

describe('extract_file', () => {
  test('gives the records of a file, and its rejects', async () => {
    const answer = await call<{ counts: object; records: Task[] }>('extract_file', {
      path: 'notice.txt',
    });
    expect(answer.counts).toMatchObject({ documents: 1, tasks: 1, units: 1, rejects: 0 });
    expect(answer.records[0]).toMatchObject({
      title: '2025年底前改造管网20公里',
      lead_units: ['市水务局'],
    });
  });

  test('gives a long file page by page', async () => {
    const titles: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const more: object = cursor === undefined ? {} : { cursor };
      const answer: { records: Task[]; next: string | null } = await call('extract_file', {
        path: 'long.txt',
        limit: 90,
        ...more,
      });
      titles.push(...answer.records.map(({ title }) => title));
      cursor = answer.next;
    }
    expect(titles).toEqual(Array.from({ length: 200 }, (_, n) => `完成第${n + 1}项改造`));
    await expect(call('extract_file', { path: 'notice.txt', cursor: 'a.tasks.1' })).rejects.toThrow(
      'cursor',
    );
  });
});
