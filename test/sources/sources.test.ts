import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { textLine, writtenPdf } from '../../bench/text-pdf.js';
import type { DocumentRecord, Reject } from '../../schemas/index.js';
import { Source } from '../../schemas/source.js';
import { FolderObjects } from '../../workers/object-store.js';
import { type RoundSummary, runEmbedded } from '../../workers/sources/run-embedded.js';
import { validateDataset } from '../../workers/validate-dataset.js';
import { configurationFor } from '../queue/fixtures/queue.js';
import { toGbk } from '../read/encode.js';
import { datasetFiles, folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { endless, type Page, type Route, Site, tagged } from './site.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
const CONVERT = { encoding: null, tokens: false, redactContacts: false };
const { signal } = new AbortController();

const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function siteWith(routes: Record<string, Route>): Promise<Site> {
  const site = await Site.start(routes);
  sites.push(site);
  return site;
}

/** A notice's page; its body names what has to be done. */
const notice = (title: string, task: string, rest = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${title}</h1><div class="article"><p>各有关单位：</p>
<p>一、${task}，2025年8月底前完成。责任单位：市教育局。</p>${rest}</div></body></html>`;

const list = (paths: readonly string[], next = ''): Page => ({
  body: `<html><body><ul class="list">${paths.map((path) => `<li><a href="${path}">通知</a></li>`).join('')}</ul>
${next && `<a class="next" href="${next}">下一页</a>`}<a href="/elsewhere">他处</a></body></html>`,
});

const listing = (site: Site, others: object = {}): Source =>
  Source.parse({
    kind: 'listing',
    name: 'notices',
    url: site.url('/list/'),
    links: 'ul.list a',
    next: 'a.next',
    ...others,
  });

interface Round {
  readonly folder: string;
  run(sources: readonly Source[], limits?: object): Promise<RoundSummary>;
  documents(): DocumentRecord[];
  codes(): Record<string, string>;
}

function roundsIn(folder = folderOf({})): Round {
  const configuration = configurationFor(folder, 'redis://127.0.0.1:1', {
    allowHost: '127.0.0.1',
    hostInterval: 0.001,
  });
  const out = join(folder, 'out');
  return {
    folder,
    run: (sources, limits = {}) =>
      runEmbedded(
        {
          sources,
          out,
          configuration,
          convert: CONVERT,
          settings: { maxBytes: 100_000, backoff: 0.001, longestPause: 1, ...limits },
        },
        SILENT,
        signal,
      ),
    documents: () => rowsOf<DocumentRecord>(out, 'documents'),
    codes: () =>
      Object.fromEntries(
        rowsOf<Reject>(out, 'rejects').map(({ uri, code }) => [new URL(uri).pathname, code]),
      ),
  };
}

test('a site of listing pages: what may be fetched is a dataset, the rest is rejected with its code', async () => {
  const secret = await siteWith({ '/secret': { body: 'x' } });
  const pdf = writtenPdf({ pages: [{ content: textLine(80, 700, 16, '1.做好戊事。') }] });
  const gbk = notice('关于做好甲事的通知', '做好甲事').replace('utf-8', 'gb2312');
  const site = await siteWith({
    '/robots.txt': { body: 'User-agent: *\nDisallow: /inner/\n' },
    '/list/': list(['../n/1.html', '/n/gb.html', '/inner/a.html'], 'page2.html'),
    '/list/page2.html': list(['/n/1.html', '/n/moved.html', '/private', '/endless', '/gone']),
    '/n/1.html': tagged('"one"', {
      body: notice(
        '关于做好乙事的通知',
        '做好乙事',
        '<p>附件：<a href="files/a.txt?v=1">清单</a><a href="files/moved.pdf">表</a></p>',
      ),
    }),
    '/n/files/a.txt?v=1': {
      headers: { 'content-type': 'text/plain' },
      body: '清单\n1.做好丙事。责任单位：市财政局。\n',
    },
    '/n/files/moved.pdf': { status: 301, headers: { location: '/new/table.pdf' } },
    '/new/table.pdf': { headers: { 'content-type': 'application/pdf' }, body: pdf },
    '/n/gb.html': { headers: { 'content-type': 'text/html; charset=gb2312' }, body: toGbk(gbk) },
    '/n/moved.html': { status: 301, headers: { location: '/new/moved.html' } },
    '/new/moved.html': { body: notice('关于做好丁事的通知', '做好丁事') },
    '/private': { status: 302, headers: { location: secret.url('/secret', 'localhost') } },
    '/endless': endless,
  });
  const rounds = roundsIn();
  const summary = await rounds.run([listing(site)]);
  expect(
    rounds.documents().map(({ title, source }) => [new URL(source.uri).pathname, title]),
  ).toEqual([
    ['/n/1.html', '关于做好乙事的通知'],
    ['/n/files/a.txt', ''],
    ['/n/files/moved.pdf', ''],
    ['/n/gb.html', '关于做好甲事的通知'],
    ['/n/moved.html', '关于做好丁事的通知'],
  ]);
  expect(rounds.codes()).toEqual({
    '/endless': 'fetch_too_large',
    '/gone': 'fetch_status',
    '/inner/a.html': 'fetch_robots',
    '/private': 'fetch_forbidden_address',
  });
  expect([summary.asked, summary.unchanged, secret.connections]).toEqual([9, 0, 0]);
  expect(site.mostAtOnce).toBe(1);
  const run = JSON.parse(readFileSync(join(rounds.folder, 'out', 'run.json'), 'utf8'));
  expect(run.attachments).toEqual([
    { uri: site.url('/n/files/a.txt?v=1'), attachment_of: site.url('/n/1.html') },
    { uri: site.url('/n/files/moved.pdf'), attachment_of: site.url('/n/1.html') },
  ]);
  const problems: unknown[] = [];
  await validateDataset(join(rounds.folder, 'out'), (problem) => problems.push(problem));
  expect(problems).toEqual([]);
});

describe('a further round', () => {
  test('with nothing changed changes nothing and converts nothing', async () => {
    const site = await siteWith({
      '/list/': tagged('"list"', list(['/n/1.html', '/n/2.html'])),
      '/n/1.html': tagged('"1"', { body: notice('关于做好甲事的通知', '做好甲事') }),
      '/n/2.html': { body: notice('关于做好乙事的通知', '做好乙事') },
    });
    const rounds = roundsIn();
    expect((await rounds.run([listing(site)])).existing).toBe(false);
    const before = datasetFiles(join(rounds.folder, 'out'));
    const again = await rounds.run([listing(site)]);
    expect(again).toMatchObject({ existing: true, asked: 2, unchanged: 2 });
    expect(datasetFiles(join(rounds.folder, 'out'))).toEqual(before);
    expect(site.paths).toHaveLength(6);
  });

  test('converts what has changed alone, and keeps what is listed no more', async () => {
    const routes: Record<string, Route> = {
      '/list/': list(['/n/1.html', '/n/2.html', '/n/3.html']),
      '/n/1.html': { body: notice('关于做好甲事的通知', '做好甲事') },
      '/n/2.html': { body: notice('关于做好乙事的通知', '做好乙事') },
      '/n/3.html': { body: notice('关于做好丙事的通知', '做好丙事') },
    };
    const site = await siteWith(routes);
    const rounds = roundsIn();
    await rounds.run([listing(site)]);
    site.routes['/list/'] = list(['/n/2.html', '/n/3.html']);
    site.routes['/n/2.html'] = { body: notice('关于做好乙事的通知', '做好丁事') };
    site.routes['/n/3.html'] = { status: 410 };
    const { inputs } = await rounds.run([listing(site)]);
    const cached = inputs.map(({ uri, cached: was }) => [new URL(uri).pathname, was]);
    expect(cached.slice(0, 2)).toEqual([
      ['/n/1.html', true],
      ['/n/2.html', false],
    ]);
    expect(rounds.documents()).toHaveLength(2);
    expect(rounds.codes()).toEqual({ '/n/3.html': 'fetch_status' });
    expect(site.paths.filter((path) => path === '/n/1.html')).toHaveLength(1);
  });

  test('while the site fails keeps what was had, and says so', async () => {
    const site = await siteWith({
      '/list/': list(['/n/1.html']),
      '/n/1.html': { body: notice('关于做好甲事的通知', '做好甲事') },
    });
    const rounds = roundsIn();
    await rounds.run([listing(site)]);
    for (const path of ['/list/', '/n/1.html']) site.routes[path] = { status: 500 };
    await rounds.run([listing(site)], { tries: 1 });
    expect(rounds.documents()).toHaveLength(1);
    expect(rounds.codes()).toEqual({
      '/list/': 'fetch_server_error',
      '/n/1.html': 'fetch_server_error',
    });
    const [reject] = rowsOf<Reject>(join(rounds.folder, 'out'), 'rejects');
    expect(reject?.message).toContain('The copy of an earlier round stands.');
  });
});

test('pages that lead to themselves, and more pages than are wanted', async () => {
  const site = await siteWith({
    '/list/': list(['/n/1.html'], '/list/2'),
    '/list/2': list(['/n/1.html'], '/list/'),
    '/n/1.html': { body: notice('关于做好甲事的通知', '做好甲事') },
  });
  const rounds = roundsIn();
  await rounds.run([listing(site)]);
  await rounds.run([listing(site, { name: 'first', max_pages: 1 })]);
  expect(site.paths).toEqual(['/list/', '/list/2', '/n/1.html', '/list/', '/n/1.html']);
});

test('a broken record of what a source gave ends the round, and its dataset stands', async () => {
  const site = await siteWith({
    '/list/': list(['/n/1.html']),
    '/n/1.html': { body: notice('关于做好甲事的通知', '做好甲事') },
  });
  const rounds = roundsIn();
  await rounds.run([listing(site)]);
  const store = new FolderObjects(join(rounds.folder, 'store'));
  await store.put('source-documents/notices.json', '[{');
  await expect(rounds.run([listing(site)])).rejects.toThrow(
    /source-documents\/notices\.json is broken.*gongwen source remove notices/,
  );
  expect(rounds.documents()).toHaveLength(1);
});

test('a document is read by the encoding that its header names, which goes before the page', async () => {
  const short = toGbk('<html><body><p>鑫淼焱垚犇骉羴猋鱻麤</p></body></html>');
  const wrong = toGbk(notice('关于做好甲事的通知', '做好甲事').replace('utf-8', 'big5'));
  const gb2312 = { 'content-type': 'text/html; charset=GB2312' };
  const site = await siteWith({
    '/list/': list(['/short.html', '/wrong.html', '/a.txt']),
    '/short.html': { body: short },
    '/wrong.html': { body: wrong, headers: gb2312 },
    '/a.txt': { body: toGbk('讣告'), headers: { 'content-type': 'text/plain; charset="gb2312"' } },
  });
  const rounds = roundsIn();
  await rounds.run([listing(site)]);
  const texts = (): string[] =>
    rounds.documents().map(({ id }) => {
      return readFileSync(join(rounds.folder, 'out', 'texts', `${id}.txt`), 'utf8')
        .slice(0, 9)
        .trim();
    });
  expect(texts()).toEqual(['讣告', '关于做好甲事的通知']);
  expect(rounds.codes()).toEqual({ '/short.html': 'bad_encoding' });
  site.routes['/short.html'] = { body: short, headers: gb2312 };
  await rounds.run([listing(site)]);
  expect(texts()).toEqual(['讣告', '鑫淼焱垚犇骉羴猋鱻', '关于做好甲事的通知']);
  expect(rounds.codes()).toEqual({});
  expect((await rounds.run([listing(site)])).existing).toBe(true);
});

test('a listing without links is told', async () => {
  const site = await siteWith({ '/list/': { body: '<html><body><p>维护中</p></body></html>' } });
  const rounds = roundsIn();
  await rounds.run([listing(site)]);
  expect(rounds.codes()).toEqual({ '/list/': 'fetch_no_links' });
});

test('folders, lists and addresses together; what two of them name is taken once', async () => {
  const site = await siteWith({
    '/n/1.html': { body: notice('关于做好甲事的通知', '做好甲事', '<a href="a.pdf">附件.pdf</a>') },
  });
  const folder = folderOf({
    'in/a.txt': '1.做好乙事。\n',
    'b.txt': '1.做好丙事。\n',
  });
  writeFileSync(join(folder, 'list.txt'), `# 名单\nb.txt\nin/a.txt\n${site.url('/n/1.html')}\n`);
  const sources = [
    { kind: 'folder', name: 'a', path: join(folder, 'in') },
    { kind: 'list', name: 'b', path: join(folder, 'list.txt'), attachments: false },
    { kind: 'url', name: 'c', url: site.url('/n/1.html'), attachments: false },
    { kind: 'list', name: 'd', path: join(folder, 'none.txt') },
  ].map((source) => Source.parse(source));
  const rounds = roundsIn(folder);
  const { inputs, rejects } = await rounds.run(sources);
  expect(inputs.map(({ uri }) => uri.split('/').at(-1)).sort()).toEqual([
    '1.html',
    'a.txt',
    'b.txt',
    'none.txt',
  ]);
  expect(rejects.map(({ code }) => code)).toEqual(['missing']);
  expect(site.paths).toEqual(['/n/1.html']);
});
