import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import type { SourceDocument } from '../../pipeline/model/document.js';
import type { Notice } from '../../pipeline/model/outline.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { warningsOfNotices } from '../../pipeline/notice-warnings.js';
import type { Warning } from '../../schemas/document.js';
import { ofd, textAt } from './ofd-input.js';

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const PICTURE = '<ImageObject Boundary="0 0 210 297" ResourceID="3"/>';
const WORDS = textAt(30, 50, '各单位要加强统筹协调完善工作机制');

describe('warnings of a file that holds several notices', () => {
  const source = new SourceText('封面第一件。第二件。', []);
  const notice = (offset: number, length: number) =>
    ({ offset, source: new SourceText(source.text.slice(offset, offset + length), []) }) as Notice;
  const warning = (start: number | null): Warning => ({
    code: 'damaged_page',
    message: 'm',
    at: start === null ? null : { page: null, start, end: start },
  });

  it.each<[string, number | null, (number | null)[][]]>([
    ['of the whole file: to the first', null, [[null], []]],
    ['of the second: to it, placed in it', 7, [[], [1]]],
    ['of a cover: to the first, without a place', 0, [[null], []]],
  ])('%s', (_, start, expected) => {
    const read = { source, warnings: [warning(start)] } as unknown as SourceDocument;
    const found = warningsOfNotices(read, [notice(2, 4), notice(6, 4)]);
    expect(found.map((list) => list.map(({ at }) => at?.start ?? null))).toEqual(expected);
  });
});

describe('pages without text before or behind the text', () => {
  it.each([
    ['behind', [WORDS, PICTURE], { first: 1, last: 2, warned: 2 }],
    ['before', [PICTURE, WORDS], { first: 1, last: 2, warned: 1 }],
  ])('%s it belong to the document that tells of them', async (_, pages, expected) => {
    const bytes = ofd({ pages });
    const input = { uri: 'a.ofd', bytes, sha256: '0'.repeat(64) };
    const { documents, rejects } = await convert(input, OPTIONS);
    expect(rejects).toEqual([]);
    const { source, warnings } = documents[0]!.document;
    expect([source.page_start, source.page_end]).toEqual([expected.first, expected.last]);
    expect(warnings.map(({ at }) => at?.page)).toContain(expected.warned);
  });
});
