import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTesseract, tesseract, tsvToWords } from '../../workers/outside-tools/tesseract.js';

const HEAD =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const LINE = '4\t1\t1\t1\t1\t0\t100\t50\t400\t40\t-1\t';
const WORD = '5\t1\t1\t1\t1\t1\t100\t55\t80\t30\t93.5\t通知';
const TSV = [HEAD, LINE, WORD, '5\t1\t1\t1\t1\t2\t190\t55\t40\t30\t80\t '].join('\n');
const READ = [{ text: '通知', box: { x0: 100, top: 50, x1: 180, bottom: 90 }, confidence: 93.5 }];

it('gives each word the height of its line', () => {
  expect(tsvToWords(TSV)).toEqual(READ);
  expect(tsvToWords('')).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('the program', () => {
  const program = (script: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'gongwen-ocr-')), 'tesseract');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  it.each([
    ['echo "List (2):"; echo chi_sim; echo eng', 'chi_sim+eng'],
    ['echo "List (1):" >&2; echo chi_sim >&2', 'chi_sim'],
    ['echo "List (1):"; echo eng', null],
    ['exit 1', null],
  ])('that says %j reads %s', (script, expected) => {
    expect(findTesseract(program(script))).toBe(expected);
  });

  it('is not there', () => {
    expect(findTesseract('/nowhere/tesseract')).toBeNull();
  });

  it('is given the picture and gives its words', async () => {
    const command = program(
      `cat > /dev/null; printf '${TSV.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`,
    );
    expect(await tesseract('chi_sim', command)(new Uint8Array(100_000))).toEqual(READ);
  });

  it.each([
    ['echo no data >&2; exit 3', 60_000, /no data/],
    ['exec sleep 60', 200, /SIGKILL/],
  ])('that does %j is an error', async (script, timeout, says) => {
    const read = tesseract('chi_sim', program(script), timeout);
    await expect(read(new Uint8Array(10))).rejects.toThrow(says);
  });
});
