const CONTAINER = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const RICH_TEXT = '{\\rtf';
const HEAD_BYTES = 512;

/** Which old office file the bytes are; null where they are none. */
export type OldFormat = 'container' | 'rtf';

/** Tells Office's old binary container (DOC, XLS, WPS, ET) and rich text (RTF) by their first bytes. */
export function oldFormatOf(bytes: Uint8Array): OldFormat | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith(CONTAINER)) return 'container';
  return head.startsWith(RICH_TEXT) ? 'rtf' : null;
}

/** Names of the streams in a container's directory, which stand in UTF-16. */
const LOCKED = utf16('EncryptedPackage');
/** Names are told apart by their letters alone, not by their case ([MS-CFB] 2.6.4). */
const SHEETS = ['Workbook', 'Book'].flatMap((name) => [utf16(name), utf16(name.toUpperCase())]);

/** Whether a container holds a DOCX or XLSX that a password locks. */
export const isLocked = (bytes: Uint8Array): boolean => holds(bytes, LOCKED);

/** Whether a container holds a workbook rather than a text. */
export const holdsWorkbook = (bytes: Uint8Array): boolean =>
  SHEETS.some((name) => holds(bytes, name));

function holds(bytes: Uint8Array, name: Buffer): boolean {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).includes(name, HEAD_BYTES);
}

function utf16(name: string): Buffer {
  return Buffer.from(`${name}\0`, 'utf16le');
}
