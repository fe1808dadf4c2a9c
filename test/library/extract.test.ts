import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import {
  EngineError,
  type Extraction,
  Extractor,
  extract,
  OptionError,
  RejectError,
  RULES,
  type Source,
} from '../../library/index.js';
import { folderOf } from '../workers/fixtures/folders.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';
const folder = folderOf({ 'notice.txt': NOTICE, 'empty.txt': '' });
const path = join(folder, 'notice.txt');
const bytes = readFileSync(path);

const extractor = new Extractor({ jobs: 1 });
afterAll(() => extractor.close());

const summaryOf = ({ tasks, targets, units, texts, documents }: Extraction) => ({
  title: documents[0]?.title,
  task: tasks[0]?.title,
  end: tasks[0]?.deadlines[0]?.end,
  value: targets[0]?.value,
  units: units.map(({ name }) => name),
  grounded: texts[documents[0]!.id]!.slice(tasks[0]!.at.start, tasks[0]!.at.end).slice(0, 5),
});
const EXPECTED = {
  title: '关于做好供水工作的通知',
  task: '2025年底前改造管网20公里',
  end: '2025-12-31',
  value: 20,
  units: ['市水务局'],
  grounded: '2025年',
};

describe.each<[string, () => Source]>([
  ['a path', () => path],
  ['a file: URL', () => pathToFileURL(path)],
  ['bytes', () => bytes],
  ['an ArrayBuffer', () => new Uint8Array(bytes).buffer],
  ['a Blob', () => new Blob([bytes])],
  ['a Response', () => new Response(bytes)],
  ['a stream of Node.js', () => createReadStream(path)],
  ['a stream of the web', () => new Blob([bytes]).stream()],
])('%s', (_, source) => {
  it('gives the records of the document in it', async () => {
    expect(summaryOf(await extractor.extract(source(), { name: 'notice.txt' }))).toEqual(EXPECTED);
  });
});

test('child processes and the calling thread give the same records', async () => {
  const inThread = await extract(bytes, { name: 'a.txt', run: 'thread', tokens: true });
  expect(await extractor.extract(bytes, { name: 'a.txt', tokens: true })).toEqual(inThread);
  expect(inThread.tokens[0]?.words.length).toBeGreaterThan(5);
});

test('the name is the uri of the records; a path has itself for a name, bytes a plain one', async () => {
  const uriOf = async (source: Source, name?: string): Promise<string | undefined> => {
    const { documents } = await extractor.extract(source, name === undefined ? {} : { name });
    return documents[0]?.source.uri;
  };
  expect(await uriOf(bytes, '通知.txt')).toBe('通知.txt');
  expect(await uriOf(path)).toBe(path);
  expect(await uriOf(bytes)).toBe('document');
});

describe('what is wrong with an input is a reject', () => {
  it.each<[string, Source, string]>([
    ['missing', join(folder, 'none.txt'), 'missing'],
    ['empty', join(folder, 'empty.txt'), 'empty'],
    ['binary', Uint8Array.of(0, 1, 2, 0), 'binary'],
  ])('%s', async (_, source, code) => {
    const { documents, rejects } = await extractor.extract(source);
    expect({ documents, codes: rejects.map((reject) => reject.code) }).toEqual({
      documents: [],
      codes: [code],
    });
  });

  it('of a document that is too large, also from a stream, of which the rest is left', async () => {
    const small = new Extractor({ run: 'thread', maxBytes: 100 });
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++;
        yield new Uint8Array(60);
      }
    }
    const { rejects } = await small.extract(endless());
    expect({ code: rejects[0]?.code, given }).toEqual({ code: 'too_large', given: 2 });
  });

  it('that is an error where that is asked for', async () => {
    const thrown = await extractor
      .extract(join(folder, 'empty.txt'), { onReject: 'throw' })
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(RejectError);
    expect(thrown).toMatchObject({ code: 'rejected', rejects: [{ code: 'empty' }] });
  });
});

describe('what is wrong with a call is an error with a code', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an address', () => extractor.extract(new URL('https://example.org/a.pdf'))],
    ['a number', () => extractor.extract(7 as unknown as Source)],
    ['a stream of words', () => extractor.extract(createReadStream(path, 'utf8'))],
    ['no pages', () => extractor.extract(bytes, { maxPages: 0 })],
    ['no jobs', () => extract(bytes, { jobs: 0 })],
    ['a misspelt option', () => extract(bytes, { nmae: 'a.pdf' } as object)],
    ['an option of the engine', () => extractor.extract(bytes, { jobs: 2 } as object)],
  ])('%s', async (_, call) => {
    const thrown = await call().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(OptionError);
    expect(thrown).toMatchObject({ code: 'bad_option' });
  });

  it('a closed extractor', async () => {
    const closed = new Extractor();
    await closed.close();
    const thrown = await closed.extract(bytes).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EngineError);
    expect(thrown).toMatchObject({ code: 'closed' });
  });
});

describe.each(['processes', 'thread'] as const)('an aborted call that runs in %s', (run) => {
  it('throws the reason of its signal', async () => {
    const one = new Extractor({ run, jobs: 1 });
    const controller = new AbortController();
    const working = one.extract(bytes, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(working).rejects.toThrow('enough');
    // The extractor goes on with the next document.
    expect((await one.extract(bytes)).tasks).toHaveLength(1);
    await one.close();
  });
});

test('two extractors with other limits do not disturb each other', async () => {
  const [small, large] = [10, 10_000].map((maxBytes) => new Extractor({ run: 'thread', maxBytes }));
  const [none, some] = await Promise.all([small!.extract(bytes), large!.extract(bytes)]);
  expect([none!.rejects[0]?.code, some!.tasks.length]).toEqual(['too_large', 1]);
});

test('every rule of a record stands in the table of rules', async () => {
  const { tasks, targets } = await extractor.extract(bytes);
  const used = [...tasks[0]!.units, ...tasks[0]!.deadlines, ...targets].map(({ rule }) => rule);
  const known = new Map(RULES.map(({ id, kind }) => [id, kind]));
  expect(used.map((id) => known.get(id!))).toEqual(['unit', 'deadline', 'quantity']);
});
