import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { extractCommand } from '../../cli/extract.js';
import { COUNTED } from '../../scripts/eval/counts.js';
import type { Summary } from '../../scripts/eval/summary.js';
import { recordPicture } from '../../scripts/picture/record-picture.js';
import { shownRecord } from '../../scripts/picture/shown-record.js';

const READMES = ['README.md', 'README.zh-CN.md'];
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;

describe('the picture of a record', async () => {
  const record = await shownRecord();

  it('is what the program gives', () => {
    expect(readFileSync('docs/record.svg', 'utf8')).toBe(recordPicture(record));
  });

  it('quotes the source', () => {
    const { task, targets, text } = record;
    const values = [...task.units, ...task.deadlines, ...targets];
    expect(values.length).toBeGreaterThanOrEqual(5);
    for (const { raw, at } of values.filter(
      (value) => !('inherited' in value && value.inherited),
    )) {
      expect(text.slice(at.start, at.end)).toBe(raw);
    }
  });
});

describe.each(READMES)('%s', (name) => {
  const text = readFileSync(name, 'utf8');

  it('names only scripts that there are', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('lists every option of extract', () => {
    const flags = extractCommand(new Command()).options.map((option) => option.long!);
    expect(flags.filter((flag) => !text.includes(flag))).toEqual([]);
  });

  it('gives the two commands', () => {
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
  });
});

describe.each(READMES)('the figures in %s', (name) => {
  it('are those of the kept result', () => {
    const kept = JSON.parse(readFileSync('samples/gold/result.json', 'utf8')) as Summary;
    const figures = COUNTED.map((field) => kept[`all/${field}`]?.toFixed(1));
    expect(readFileSync(name, 'utf8')).toContain(`| | ${figures.join(' | ')} |`);
  });
});
