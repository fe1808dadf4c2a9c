import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Task } from '../../schemas/index.js';
import { atomOf } from '../../service/feeds/atom.js';
import { folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, jsonOf, serviceWith } from './fixtures/service.js';

const FORMER =
  '温州市人民政府办公室关于做好供水工作的通知\n\n各县（市、区）人民政府：\n\n一、主要任务\n' +
  '（一）2025年6月底前改造管网20公里。（责任单位：市水务局）\n' +
  '（二）2025年9月底前完成水表更换。（责任单位：市住建局）\n' +
  '（三）每季度通报一次<进展>&问题。（责任单位：市水务局）\n';
const LATTER =
  FORMER.replace('2025年6月底前改造', '2025年8月底前改造') +
  '（四）2025年底前建成智慧水务平台。（责任单位：市数据局）\n';

let folder: string;
let dataset: string;
let url: string;

const feedOf = async (query = '') => {
  const response = await fetch(`${url}/feed.xml${query}`);
  expect(response.headers.get('content-type')).toContain('application/atom+xml');
  const xml = await response.text();
  strictlyRead(xml);
  return { xml, feed: readFeed(xml) };
};

/** A feed as a reader of feeds sees it. */
function readFeed(xml: string) {
  const $ = load(xml, { xml: true });
  const textOf = (from: string): string => $(from).text();
  return {
    id: textOf('feed > id'),
    self: $('feed > link[rel=self]').attr('href'),
    updated: new Date(textOf('feed > updated')),
    author: textOf('feed > author > name'),
    items: $('feed > entry')
      .toArray()
      .map((entry) => ({
        id: $('> id', entry).text(),
        title: $('> title', entry).text(),
        updated: new Date($('> updated', entry).text()),
        url: $('> link[rel=alternate]', entry).attr('href')!,
        category: $('> category', entry).attr('term'),
        summary: $('> summary', entry).text(),
      })),
  };
}

/** Reads XML as strictly as XML asks for; throws where it is none. */
function strictlyRead(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

beforeAll(async () => {
  folder = folderOf({ 'in/notice.txt': FORMER });
  dataset = await datasetOf([join(folder, 'in')], join(folder, 'out'));
  ({ url } = await serviceWith({ datasets: [{ name: 'plans', folder: dataset }] }));
}, 60_000);

describe('the feed', () => {
  test('begins with every task as new, and then tells what is new and what has changed', async () => {
    const { feed: first, xml: source } = await feedOf();
    expect(first.id).toBe('urn:gongwen:dataset:plans');
    expect(first.author).toBe('gongwen');
    expect(source).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(first.self).toBe(`${url}/feed.xml`);
    const titlesOf = (items: typeof first.items) => items.map(({ title }) => title);
    expect(titlesOf(first.items)).toEqual([
      '2025年6月底前改造管网20公里',
      '2025年9月底前完成水表更换',
      '每季度通报一次<进展>&问题',
    ]);
    expect(new Set(first.items.map(({ category }) => category))).toEqual(new Set(['new']));
    const { version } = await jsonOf<{ version: string }>(`${url}/v1/datasets/plans`);

    writeFileSync(join(folder, 'in/notice.txt'), LATTER);
    await datasetOf([join(folder, 'in')], dataset);
    await expect
      .poll(async () => (await jsonOf<{ version: string }>(`${url}/v1/datasets/plans`)).version, {
        timeout: 15_000,
      })
      .not.toBe(version);

    const { feed, xml } = await feedOf();
    const shown = feed.items.map(({ title, category }) => [category, title]);
    expect(shown).toEqual([
      ['changed', '2025年8月底前改造管网20公里'],
      ['new', '2025年底前建成智慧水务平台'],
      ['new', '2025年9月底前完成水表更换'],
      ['new', '每季度通报一次<进展>&问题'],
    ]);
    const [changed, added, stands] = feed.items;
    expect(changed!.id).toBe(first.items[0]!.id);
    expect(changed!.summary).toContain('deadline moved 2025-06-30 → 2025-08-31');
    expect(changed!.updated.getTime()).toBeGreaterThan(stands!.updated.getTime());
    expect(feed.updated).toEqual(changed!.updated);
    expect(added!.summary).toContain('市数据局');
    expect(xml).toContain('每季度通报一次&lt;进展&gt;&amp;问题');

    const since = changed!.updated.toISOString();
    const { feed: news } = await feedOf(`?changed_since=${since}`);
    expect(news.items).toHaveLength(2);
    const { feed: ofBody } = await feedOf('?unit=市水务局');
    expect(ofBody.items).toHaveLength(2);
    const task = (await jsonOf(changed!.url)) as unknown as Task;
    expect(task.deadlines[0]!.end).toBe('2025-08-31');
  });

  test('holds whatever a text may hold', () => {
    const hostile = `a<b>&"c"\u0000\u0008\uD800]]>\u{20BB7}\uFFFE`;
    const entry = {
      ...{
        id: 'urn:a',
        title: hostile,
        updated: '2025-01-01T00:00:00Z',
        link: 'http://a/?b=1&c=2',
      },
      ...{ category: { term: hostile, label: hostile }, summary: hostile, content: hostile },
    };
    const xml = atomOf({
      id: 'urn:f',
      title: hostile,
      updated: '2025-01-01T00:00:00Z',
      self: 'http://a',
      entries: [entry],
    });
    strictlyRead(xml);
    const [item] = readFeed(xml).items;
    expect(item!.title).toBe('a<b>&"c"]]>\u{20BB7}');
    expect(item!.url).toBe('http://a/?b=1&c=2');
  });
});

describe('the calendar', () => {
  const eventsOf = async (query: string) => {
    const response = await fetch(`${url}/v1/datasets/plans/deadlines.ics${query}`);
    expect(response.headers.get('content-type')).toContain('text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  };

  test('has every deadline with a last day once, as its reader sees it', async () => {
    const tasks = rowsOf<Task>(dataset, 'tasks');
    const expected = tasks
      .flatMap(({ id, deadlines }) =>
        deadlines.map(({ end }, index) => [end, `${id}.${index + 1}@gongwen`] as const),
      )
      .filter(([end]) => end !== null)
      .sort(([a], [b]) => (a! < b! ? -1 : 1));
    expect(expected).toHaveLength(3);
    const events = await eventsOf('');
    expect(events.map(({ startDate, uid }) => [startDate.toString(), uid])).toEqual(expected);
    expect(events[0]!.startDate.isDate).toBe(true);
    expect(events[0]!.summary).toBe('2025年8月底前改造管网20公里');
    expect(events[0]!.description).toContain('市水务局');
  });

  test.each([
    ['?unit=市水务局', ['2025-08-31']],
    ['?due_from=2025-09-01', ['2025-09-30', '2025-12-31']],
    ['?due_to=2025-09-30', ['2025-08-31', '2025-09-30']],
    ['?region=杭州市', []],
    ['?region=温州市&limit=1', ['2025-08-31']],
    ['?document=none', []],
  ])('is narrowed by %s', async (query, days) => {
    expect((await eventsOf(query)).map(({ startDate }) => startDate.toString())).toEqual(days);
  });
});

test('a dataset that cannot be read any more goes on being served as it was', async () => {
  const path = join(dataset, 'tasks.jsonl');
  const { version } = await jsonOf<{ version: string }>(`${url}/v1/datasets/plans`);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(`${path}.new`, `${whole}{"id": broken\n`);
  const { renameSync } = await import('node:fs');
  renameSync(`${path}.new`, path);
  const description = readFileSync(join(dataset, 'datapackage.json'));
  writeFileSync(join(dataset, 'datapackage.new'), `${description}\n`);
  renameSync(join(dataset, 'datapackage.new'), join(dataset, 'datapackage.json'));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await jsonOf(`${url}/v1/datasets/plans`)).toMatchObject({ version });
  const { items } = await jsonOf<{ items: Task[] }>(`${url}/v1/datasets/plans/tasks`);
  expect(items).toHaveLength(4);
  expect((await fetch(`${url}/ready`)).status).toBe(200);
});
