import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import { HEADS, RENDERINGS, title } from './rendered-letters.js';

async function documentsOf(uri: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = {
    keywords: false,
    encoding: null,
    tokens: false,
    redactContacts: false,
  } as const;
  return (await convert({ uri, bytes, sha256 }, options)).documents;
}

describe.each(RENDERINGS)('a letter with $way', ({ name, text }) => {
  it.each(HEADS)('of $issuers.0 has its head and its two tasks', async (head) => {
    const documents = await documentsOf(name, text(head));
    expect(documents).toHaveLength(1);
    const { document, tasks } = documents[0]!;
    expect([title(head), head.about]).toContain(document.title.replace(/\s/g, ''));
    expect(document).toMatchObject({
      doc_number: head.number,
      issuers: [...head.issuers],
      issued_on: head.iso,
      region: head.region,
      nature: 'directive',
    });
    expect(tasks.map(({ number }) => number)).toEqual(['一', '二']);
  });
});
