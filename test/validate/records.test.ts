import { expect, test } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { validateDocument } from '../../pipeline/validate/records.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const SHA256 = 'ab'.repeat(32);
const TEXT = '1.培育企业20家\n2.办事\n3.新增30家';

/** A sound document after a change. */
function changed(change: (converted: ConvertedDocument) => void): ConvertedDocument {
  const converted = convertedLines(TEXT, { uri: 'a.txt', sha256: SHA256, bytes: 40 });
  change(converted);
  return converted;
}

const codes = (converted: ConvertedDocument): string[] =>
  validateDocument(converted).rejects.map(({ code, message }) => `${code}: ${message}`);

test('a sound document passes whole', () => {
  const sound = changed(() => {});
  expect(validateDocument(sound)).toEqual({ converted: sound, rejects: [] });
});

test('keys come out in the order of the schema', () => {
  const converted = changed(({ tasks }) => {
    const { id, ...others } = tasks[0]!;
    tasks[0] = { ...others, id };
  });
  const keys = Object.keys(validateDocument(converted).converted!.tasks[0]!);
  expect(keys.slice(0, 3)).toEqual(['id', 'document_id', 'number']);
});

test('a record that fails its schema is rejected with its path, and nothing is lost', () => {
  const converted = changed(({ tasks }) => {
    tasks[0] = { ...tasks[0]!, part: 0, units: [{ name: 'x' }] as never };
  });
  const { converted: kept, rejects } = validateDocument(converted);
  expect(rejects).toEqual([
    {
      uri: 'a.txt',
      sha256: SHA256,
      stage: 'validate',
      code: 'invalid_record',
      message: expect.stringMatching(/^task dabababab-t1: part: .*units\.0\.canonical: /),
      document_id: 'dabababab',
    },
    expect.objectContaining({
      code: 'orphan',
      message: 'target dabababab-g1: all of its tasks are rejected',
    }),
    expect.objectContaining({
      code: 'orphan',
      message: 'quantity dabababab-q1: dabababab-t1 is rejected, or no record',
    }),
  ]);
  expect(kept!.tasks.map(({ id }) => id)).toEqual(['dabababab-t2', 'dabababab-t3']);
  expect(kept!.targets.map(({ id }) => id)).toEqual(['dabababab-g2']);
  expect(kept!.document.counts).toMatchObject({ tasks: 2, targets: 1 });
});

test('a target that is rejected goes out of its task too', () => {
  const converted = changed(({ targets }) => {
    targets[0] = { ...targets[0]!, raw: '2O' };
  });
  const { converted: kept, rejects } = validateDocument(converted);
  expect(rejects.map(({ code }) => code)).toEqual(['ungrounded', 'orphan']);
  expect(rejects[0]!.message).toContain('raw is "2O", the text has "20"');
  expect(kept!.tasks[0]!.target_ids).toEqual([]);
});

test('a line of the ledger goes with its task and its target', () => {
  const converted = changed(({ tasks, targets }) => {
    tasks[0] = { ...tasks[0]!, part: 0 };
    targets[1] = { ...targets[1]!, raw: '3O' };
  });
  const { converted: kept, rejects } = validateDocument(converted);
  expect(kept!.quantities).toEqual([]);
  expect(rejects.slice(-2).map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'orphan: quantity dabababab-q1: dabababab-t1 is rejected, or no record',
    'orphan: quantity dabababab-q2: dabababab-g2 is rejected, or no record',
  ]);
});

test.each<[string, (converted: ConvertedDocument) => void, RegExp]>([
  [
    'a parameter that names a target',
    ({ quantities }) => Object.assign(quantities[0]!, { role: 'parameter' }),
    /^invalid_record: quantity .* target_id: dabababab-g1 with role parameter/,
  ],
  ['an id twice', ({ tasks }) => tasks.push(tasks[0]!), /^duplicate_id: task/],
  [
    'a link to nothing',
    ({ targets }) => targets[0]!.task_ids.push('nobody'),
    /^dangling_link: target .* nobody is no record/,
  ],
  [
    'a place out of the text',
    ({ tasks }) => Object.assign(tasks[1]!.at, { end: 1000 }),
    /^ungrounded: task .* is not in the text/,
  ],
  [
    'a page where there are none',
    ({ tasks }) => Object.assign(tasks[1]!.at, { page: 2 }),
    /^ungrounded: task .* page 2 in a text without pages/,
  ],
])('%s is a reject', (_, change, expected) => {
  expect(codes(changed(change))[0]).toMatch(expected);
});

test.each<[string, (converted: ConvertedDocument) => ConvertedDocument]>([
  ['its own record', (given) => ({ ...given, document: { ...given.document, title: 5 as never } })],
  [
    'an id no file can have',
    (given) => ({ ...given, document: { ...given.document, id: '../x' } }),
  ],
  ['half a character', (given) => ({ ...given, text: `${given.text}\ud800` })],
])('where %s is at fault every record of the document is accounted for', (_, change) => {
  const { converted, rejects } = validateDocument(change(changed(() => {})));
  expect(converted).toBeNull();
  expect(rejects.map(({ code }) => code)).toEqual(['invalid_record', ...Array(7).fill('orphan')]);
});

test.each([
  ['培育', 2, 4, true],
  ['企2', 4, 7, true],
  ['企家', 4, 9, true],
  ['企办', 4, 9, false],
  ['育企业', 2, 6, false],
  ['', 2, 2, true],
  ['', 2, 3, false],
])('a word %s at %i–%i is in the text: %s', (word, start, end, stands) => {
  const converted = changed(({ tokens }) => {
    const words = [{ word, pos: 'n', at: { page: null, start, end } }];
    tokens.push({ document_id: 'dabababab', task_id: 'dabababab-t1', words });
  });
  expect(codes(converted)).toHaveLength(stands ? 0 : 1);
});
