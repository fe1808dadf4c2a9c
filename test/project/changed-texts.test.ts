import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

const SAMPLES = join(import.meta.dirname, '../../samples');
const textOf = (number: string): string => {
  const name = readdirSync(SAMPLES).find(
    (file) => file.startsWith(number) && file.endsWith('.txt'),
  );
  return readFileSync(join(SAMPLES, name!), 'utf8');
};

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };

/** What a text says of units, deadlines and targets, one line a value. */
async function values(text: string, name = 'notice.txt'): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const input = { uri: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
  const { documents } = await convert(input, OPTIONS);
  const said = (words: string): string => words.normalize('NFKC').replace(/[\s\u200b]+/g, '');
  return documents.flatMap(({ tasks, targets }) => [
    ...tasks.flatMap(({ units, deadlines }) => [
      'task',
      ...units.map((unit) => `${said(unit.name)} ${unit.role}`),
      ...deadlines.map(({ kind, end, every }) => `${kind} ${end} ${every}`),
    ]),
    ...targets.map(({ op, value, unit }) => `${op} ${value} ${unit && said(unit)}`),
  ]);
}

const wrapped = (columns: number) => (text: string) =>
  text
    .split('\n')
    .map((line) => line.match(new RegExp(`.{1,${columns}}`, 'gu'))?.join('\n') ?? '')
    .join('\n');

/** Changes that change nothing of what a notice says. */
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'lines wrapped at 28 characters': wrapped(28),
  'lines wrapped at 45 characters': wrapped(45),
  'full-width digits': (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'spaces round digits': (text) => text.replace(/\d+/g, ' $& '),
  'half-width brackets': (text) => text.replaceAll('（', '(').replaceAll('）', ')'),
  'half-width commas and colons': (text) => text.replaceAll('，', ',').replaceAll('：', ':'),
  'no empty lines': (text) => text.replace(/\n{2,}/g, '\n'),
  'an empty line after each': (text) => text.replaceAll('\n', '\n\n'),
  'indents of two spaces': (text) => text.replace(/^(?=.)/gm, '\u3000\u3000'),
  'no-break spaces round digits': (text) => text.replace(/\d+/g, '\u00a0$&\u00a0'),
  'zero-width spaces in the midst of words': (text) => text.replace(/。/g, '。\u200b'),
  'page marks': (text) => {
    let line = 0;
    return text.replace(/\n/g, () => (++line % 40 === 0 ? `\n— ${line / 40} —\n` : '\n'));
  },
  'headings marked as in Markdown': (text) => text.replace(/^(?=[一二三四五六七八九]、)/gm, '## '),
  'a space behind item labels': (text) =>
    text.replace(/^(\d+[.、]|[（(][一二三四五六七八九十]+[）)])(?=\p{Script=Han})/gmu, '$1 '),
  'spaces round quotation marks': (text) =>
    text.replace(/(\p{Script=Han})“/gu, '$1 “').replace(/”(?=\p{Script=Han})/gu, '” '),
  'spaces at the ends of lines': (text) => text.replaceAll('\n', '  \n'),
};

function moved(before: readonly string[], after: readonly string[]): number {
  const left = [...after];
  const lost = before.filter((value) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return (lost.length + left.length) / (before.length + after.length);
}

/** Lines of a sample, the first one counted as 1. */
const linesOf = (number: string, from: number, to: number): string =>
  textOf(number)
    .split('\n')
    .slice(from - 1, to)
    .join('\n');

const TEXTS: Readonly<Record<string, string>> = {
  'a plan with a table of one cell a line': textOf('000'),
  'a notice': textOf('003'),
  'a table typed with tabs over pages': linesOf('004', 596, 648),
  'a flattened table': linesOf('001', 1, 600),
};

/** Page marks are no marks where they stand between the lines of one cell. */
const MARKS = new Set(['a flattened table page marks']);

describe.each(Object.entries(TEXTS))('%s changed in nothing that it says', (name, text) => {
  const unchanged = values(text);
  const changes = Object.entries(CHANGES).filter(([change]) => !MARKS.has(`${name} ${change}`));

  it.each(changes)('says the same with %s', async (_, change) => {
    const before = await unchanged;
    expect(before.length).toBeGreaterThan(20);
    expect(moved(before, await values(change(text)))).toBeLessThanOrEqual(0.01);
  });
});
