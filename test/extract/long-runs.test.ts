import { expect, test, vi } from 'vitest';
import { convert } from '../../pipeline/convert.js';

// Words are cut by a library, for which a dictionary of its own would be loaded.
vi.mock('../../pipeline/refine/keywords.js', () => ({
  withKeywords: (documents: unknown) => documents,
}));

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const HEAD = '关于做好工作的通知\n\n各县人民政府：\n\n一、主要任务\n（一）做好服务工作。';
/** More than a call takes arguments. */
const LENGTH = 200_000;

test.each([
  ...['（', '‘', '[', '<', '“', '）', '①', '12', '〔〕', '１'],
  ...['\n甲', '\n|', '\n1.', '\n—', '\n附件'],
])(
  '%j without end is read',
  async (words) => {
    const text = HEAD + words.repeat(LENGTH / words.length);
    const bytes = new TextEncoder().encode(text);
    const { rejects, documents } = await convert(
      { uri: 'a.txt', bytes, sha256: '0'.repeat(64) },
      OPTIONS,
    );
    expect(rejects).toEqual([]);
    expect(documents.length).toBeGreaterThan(0);
  },
  60_000,
);
