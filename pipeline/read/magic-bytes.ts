import { ReadError, type ReadErrorCode } from './read-error.js';

interface MagicBytes {
  readonly kind: string;
  readonly code: ReadErrorCode;
  readonly advice: string;
  readonly matches: (head: string) => boolean;
}

const startsWith =
  (...prefixes: readonly string[]) =>
  (head: string): boolean =>
    prefixes.some((prefix) => head.startsWith(prefix));

const SAVE_AS_TEXT = 'Save it as plain text (UTF-8) or Markdown and give that file instead.';
const NOT_A_DOCUMENT = 'Give the document itself, as text or Markdown.';

/** Kinds of file told by their first bytes, the narrower before the wider. */
const MAGIC_BYTES: readonly MagicBytes[] = [
  {
    kind: 'an Office file of another kind (.pptx)',
    code: 'unsupported_format',
    advice: SAVE_AS_TEXT,
    matches: (head) => head.startsWith('PK\x03\x04') && head.includes('[Content_Types].xml'),
  },
  {
    kind: 'an archive',
    code: 'binary',
    advice: 'Unpack it and give the documents inside.',
    matches: startsWith(
      'PK\x03\x04',
      'PK\x05\x06',
      '\x1f\x8b',
      'BZh',
      '7z\xbc\xaf',
      'Rar!\x1a',
      '\xfd7zXZ',
    ),
  },
  {
    kind: 'an image',
    code: 'binary',
    advice: 'Save it as PNG, JPEG or TIFF and give that file, with --ocr.',
    matches: startsWith('\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', 'RIFF'),
  },
  {
    kind: 'a program',
    code: 'binary',
    advice: NOT_A_DOCUMENT,
    matches: startsWith('\x7fELF', 'MZ\x90', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\0asm'),
  },
  {
    kind: 'a database',
    code: 'binary',
    advice: NOT_A_DOCUMENT,
    matches: startsWith('SQLite format 3\0'),
  },
];

/** Enough for the first names in a zip archive's directory of files. */
const HEAD_BYTES = 4096;

/** Tells files that are no text by their first bytes. @throws ReadError naming the kind. */
export function rejectForeignBytes(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  const found = MAGIC_BYTES.find((magic) => magic.matches(head));
  if (found) throw new ReadError(found.code, `This is ${found.kind}, not text. ${found.advice}`);
}
