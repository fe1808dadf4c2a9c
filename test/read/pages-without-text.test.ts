import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import { ofd, textAt } from './ofd-input.js';

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const PICTURE = '<ImageObject Boundary="0 0 210 297" ResourceID="3"/>';
const WORDS = textAt(30, 50, '各单位要加强统筹协调完善工作机制');

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
