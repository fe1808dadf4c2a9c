import { describe, expect, it } from 'vitest';
import { ReadError } from '../../pipeline/read/index.js';
import { rejectForeignBytes } from '../../pipeline/read/magic-bytes.js';

const bytes = (latin1: string): Uint8Array => Uint8Array.from(Buffer.from(latin1, 'latin1'));

describe('files that are told by their first bytes', () => {
  it.each([
    ['PK\x03\x04\x14\0[Content_Types].xml\0ppt/presentation.xml', 'unsupported_format', '.pptx'],
    ['PK\x03\x04\x14\0a.txt', 'binary', 'archive'],
    ['\x1f\x8b\x08', 'binary', 'archive'],
    ['\x89PNG\r\n', 'binary', 'image'],
    ['\x7fELF\x02', 'binary', 'program'],
  ])('%j', (head, code, kind) => {
    let error: unknown;
    try {
      rejectForeignBytes(bytes(head));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ReadError);
    expect((error as ReadError).code).toBe(code);
    expect((error as ReadError).message).toContain(kind);
  });

  it.each(['PK', 'a <html> tag is named', '<b>bold</b> words', '# Page 302:', 'MZ is no program'])(
    '%j is none',
    (head) => expect(() => rejectForeignBytes(bytes(head))).not.toThrow(),
  );
});
