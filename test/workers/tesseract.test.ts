import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasTesseract, tesseract, tsvToLines } from '../../workers/outside-tools/tesseract.js';

const HEAD =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const LINE = '4\t1\t1\t1\t1\t0\t100\t50\t400\t40\t-1\t';
const WORD = '5\t1\t1\t1\t1\t1\t100\t55\t80\t30\t93.5\t通知';
const EMPTY_LINE = '4\t1\t1\t1\t2\t0\t100\t150\t400\t40\t-1\t';
const BLANK = '5\t1\t1\t1\t1\t2\t190\t55\t40\t30\t80\t ';
const TSV = [HEAD, LINE, WORD, BLANK, EMPTY_LINE].join('\n');
const READ = [
  {
    box: { x0: 100, top: 50, x1: 500, bottom: 90 },
    words: [{ text: '通知', x0: 100, x1: 180, confidence: 93.5 }],
  },
];

it('gives lines with their words', () => {
  expect(tsvToLines(TSV)).toEqual(READ);
  expect(tsvToLines('')).toEqual([]);
  expect(tsvToLines(WORD)).toEqual([]);
});

const PICTURE = { width: 400, height: 250, data: new Uint8Array(100_000) };

describe.skipIf(process.platform === 'win32')('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-ocr-'));
  let programs = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = (script: string): string => {
    const path = join(folder, `tesseract-${programs++}`);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  it.each([
    ['echo "List (2):"; echo chi_sim; echo eng', true],
    ['echo "List (1):" >&2; echo chi_sim >&2', true],
    ['echo "List (1):"; echo eng', false],
    ['exit 1', false],
  ])('that says %j is of use: %j', (script, expected) => {
    expect(hasTesseract(program(script))).toBe(expected);
  });

  it('is not there', () => {
    expect(hasTesseract('/nowhere/tesseract')).toBe(false);
  });

  it('is given the picture and gives its words', async () => {
    const tsv = TSV.replaceAll('\n', '\\n').replaceAll('\t', '\\t');
    const command = program(`cat > /dev/null; printf '${tsv}'`);
    const page = await tesseract(command).read(PICTURE, 150);
    expect(page).toEqual({ width: 400, height: 250, lines: READ, rulings: [] });
  });

  it('is told the resolution, and given a grey map', async () => {
    const file = join(folder, 'given');
    const tsv = `echo "$*" > ${file}; head -c 15 >> ${file}; cat > /dev/null`;
    await tesseract(program(tsv)).read(PICTURE, 150.1);
    const given = readFileSync(file, 'latin1');
    expect(given).toMatch(/--psm 6 --dpi 150 tsv\nP5\n400 250\n255\n/);
  });

  it.each([
    ['echo no data >&2; exit 3', 60_000, /no data/],
    ['exec sleep 60', 200, /longer than 0.2 s/],
    ['sleep 60 & sleep 60', 200, /longer than 0.2 s/],
  ])('that does %j is an error', async (script, timeout, says) => {
    const { read } = tesseract(program(script), timeout);
    await expect(read(PICTURE, 150)).rejects.toThrow(says);
  });
});
