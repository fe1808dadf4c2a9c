import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LABEL_NOUNS, RESPONSIBILITY } from '../../pipeline/lexicon/data/responsibility.js';

/** Words that say nothing but who is responsible; others (实施, 支持) are common words, too. */
const ROLES = RESPONSIBILITY.map(({ word }) => word).filter((word) =>
  /牵头|主办|主责|责任|配合|协办|承办/.test(word),
);
const NOUNS = LABEL_NOUNS.map(({ word }) => word).filter((word) => word.length > 1);
const LABEL = new RegExp(`(?:${ROLES.join('|')})(?:\\(\\?:)?(?:${NOUNS.join('|')})|牵头|协办|主责`);

/** Files that hold such words for what is no rule of responsibility, and why. */
const EXCEPT: Readonly<Record<string, string>> = {
  'tables/flattened/header-vocabulary.ts': 'pieces into which narrow columns break any head',
  'model/page-labels.ts': 'a field of pages, 公开责任部门',
  'segment/stop-words.ts': 'words that are no keywords',
  'canonical/inner-office.ts': 'a name, 分局各责任单位',
};

/** The code of a file without comments and without the sentences that its rules show. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/(?:summary|example|source|question):\s*(?:'[^'\n]*'|`[^`]*`)/g, '');

test('words of responsibility are written down in the lexicon, and in no other room', () => {
  const found = readdirSync('pipeline', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('lexicon/') && !(name in EXCEPT))
    .flatMap((name) =>
      codeOf(readFileSync(join('pipeline', name), 'utf8'))
        .split('\n')
        .filter((line) => LABEL.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test('the test finds one that is written down elsewhere', () => {
  expect(LABEL.test(codeOf('const A = /责任(?:单位|部门)/; // 牵头'))).toBe(true);
  expect(LABEL.test(codeOf("/** 牵头单位 */ const A = { example: '牵头单位：甲' };"))).toBe(false);
});
