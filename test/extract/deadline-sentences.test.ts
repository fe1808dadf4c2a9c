import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDeadlines } from '../../pipeline/extract/deadlines/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

/** What the sentences of deadline-sentences.tsv stand in: a document of 2025, issued on 5 March. */
const CONTEXT = { documentYear: 2025, issuedOn: '2025-03-05', effectiveOn: null };

const LINES = readFileSync(new URL('./deadline-sentences.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => line.split('\t') as [string, string?]);

it.each(LINES)('%s', (sentence, expected = '') => {
  const passage = Passage.of(new SourceText(sentence), [{ start: 0, end: sentence.length }]);
  const found = readDeadlines(passage, CONTEXT).map(({ kind, start, end, every }) =>
    [kind, kind === 'period' ? `${start ?? ''}..${end}` : (end ?? every)].filter(Boolean).join(' '),
  );
  expect(found).toEqual(expected === '' ? [] : expected.split(';'));
});
