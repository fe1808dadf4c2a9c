import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };

/** What a reader of the notice would write down of each task and target. */
async function recordsOf(path: string): Promise<string[]> {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { documents } = await convert({ uri: path, bytes, sha256 }, OPTIONS);
  return documents.flatMap(({ tasks, targets }) => [
    ...tasks.map(({ number, title, path: above, units, deadlines }) =>
      JSON.stringify([
        number,
        title,
        above,
        units.map(({ name, role }) => [name, role]),
        deadlines.map(({ kind, start, end, every }) => [kind, start, end, every]),
      ]),
    ),
    ...targets.map(({ op, value, unit, by }) => JSON.stringify([op, value, unit, by])),
  ]);
}

const textOf = (prefix: string): string =>
  `samples/${readdirSync('samples').find((name) => name.startsWith(prefix) && name.endsWith('.txt'))}`;

describe('the same notice as text and as an office file', () => {
  it.each([
    '000.docx',
    '000_autonum.docx',
    '003.docx',
    '001_table.docx',
    '001_flow.docx',
    '001_table.xlsx',
    '001_onecell.xlsx',
  ])('gives the same records from %s', async (name) => {
    const wanted = await recordsOf(textOf(name.slice(0, 3)));
    const found = await recordsOf(`test/fixtures/rendered/${name}`);
    expect(found.sort()).toEqual(wanted.sort());
  });
});
