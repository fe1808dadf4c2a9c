import { afterEach, expect, test, vi } from 'vitest';
import { parseRobots } from '../../workers/fetch/robots.js';

const SITE = 'https://www.example.gov.cn';

/** Which of the paths a file lets a user agent fetch. */
const allowed = (text: string, paths: readonly string[], agent = 'gongwen/1.0'): string[] =>
  paths.filter((path) => parseRobots(text, agent).isAllowed(SITE + path));

test.each([
  ['a path and all below it', 'Disallow: /a/', ['/a/b'], ['/a', '/b']],
  ['any characters', 'Disallow: /*/old/*.doc', ['/x/old/1.doc', '/x/y/old/1.docx'], ['/old/1.doc']],
  ['the end of the path', 'Disallow: /*.doc$', ['/a.doc', '/a.doc.doc'], ['/a.docx', '/a.doc?x']],
  ['the whole path', 'Disallow: /a$', ['/a'], ['/ab', '/a/']],
  ['queries', 'Disallow: /*?page=', ['/list?page=2'], ['/list']],
  ['one character twice', 'Disallow: /ab*ba$', ['/abba', '/abxba'], ['/aba']],
  ['the longest rule', 'Disallow: /a\nAllow: /a/b', ['/a/c'], ['/a/b']],
  ['of two of one length the one that allows', 'Disallow: /a\nAllow: /a', [], ['/a']],
  ['names in one encoding', 'Disallow: /通知', ['/%e9%80%9a%E7%9F%A5/1'], ['/%E9%80%9A']],
  ['no path at all', 'Disallow:', [], ['/', '/a']],
])('%s', (_, rules, forbidden, open) => {
  const text = `User-agent: *\n${rules}`;
  expect(allowed(text, [...forbidden, ...open])).toEqual(open);
});

test('a group of its own name takes the place of that of all, whatever stands between', () => {
  const text =
    '\uFEFFUser-agent: *\r\nDisallow: /\r\nUser-agent: other\r\nSitemap: /s.xml\r\n# ours\r\n' +
    'User-agent: GongWen\r\nDisallow: /a # not this\r\nCrawl-delay: 3\r\n';
  expect(allowed(text, ['/a', '/b'])).toEqual(['/b']);
  expect(allowed(text, ['/a', '/b'], 'other')).toEqual(['/b']);
  expect(allowed(text, ['/a', '/b'], 'third')).toEqual([]);
  expect(parseRobots(text, 'gongwen').crawlDelay).toBe(3);
  expect(parseRobots(text, 'third').crawlDelay).toBeNull();
});

afterEach(() => vi.restoreAllMocks());

test.each([
  ['wildcards', (size: number) => `/${'*a'.repeat(size / 2)}b`],
  ['stars', (size: number) => `/${'*'.repeat(size)}b`],
])('a rule of many %s looks at the path once a piece', (_, rule) => {
  const path = `/${'a'.repeat(500)}`;
  const looks = (size: number): number => {
    const robots = parseRobots(`User-agent: *\nDisallow: ${rule(size)}`, 'gongwen');
    const spied = vi.spyOn(String.prototype, 'indexOf');
    robots.isAllowed(SITE + path);
    const count = spied.mock.contexts.filter((text) => String(text) === path).length;
    vi.restoreAllMocks();
    return count;
  };
  expect(looks(4000)).toBeLessThanOrEqual(path.length + 1);
  expect(looks(40_000)).toBe(looks(4000));
});

test('agents without end, and what stands behind half a mebibyte, cost nothing more', () => {
  const agents = 'User-agent: a\n'.repeat(20_000);
  const text = `${agents}User-agent: *\n${'Disallow: /a\n'.repeat(20_000)}`;
  expect(allowed(text, ['/a', '/b'])).toEqual(['/b']);
  expect(allowed(`${'#'.repeat(600_000)}\nUser-agent: *\nDisallow: /`, ['/a'])).toEqual(['/a']);
});

test('the line that the half mebibyte ends in is not taken for half a path', () => {
  const rule = 'Disallow: /private-files-of-this-site/\n';
  const head = 'User-agent: *\n';
  const rest = 512 * 1024 - head.length - rule.length / 2;
  const text = `${head + '#'.repeat(rest - 1)}\n${rule.repeat(2)}`;
  expect(allowed(text, ['/private-other', '/b'])).toEqual(['/private-other', '/b']);
});

test('12 MB of rules with wildcards', () => {
  const line = (index: number): string => `Disallow: /*a*b*${index}*.html$\n`;
  const text = `User-agent: *\n${Array.from({ length: 400_000 }, (_, index) => line(index)).join('')}`;
  expect(text.length).toBeGreaterThan(10 * 2 ** 20);
  expect(allowed(text, ['/xaxb7x.html', '/xaxb7x.htm'])).toEqual(['/xaxb7x.htm']);
});
