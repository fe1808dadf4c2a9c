import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBuffer, type Options, open, type ZipFile } from 'yauzl';
import { decodeText } from '../pipeline/read/encoding/decode.js';
import { bytesOf, type Content, readAll } from './content.js';
import { CONTAINER_LIMITS, type ContainerLimits, RATIO_FROM } from './limits.js';
import { ContainerError, type Member, type Wrong } from './member.js';

/** Names that make a ZIP file a document of its own. */
const DOCUMENT_PARTS = /^(?:\[Content_Types\]\.xml|OFD\.xml|mimetype|META-INF\/container\.xml)$/i;
const UTF8_NAME = 0x800;
const DEFLATED = 8;
/** Packed bytes of a member that is unpacked at once: a stream of its own takes ten times as long for a notice. */
const SMALL = 2 ** 20;

/** Whether a ZIP file is an office document and no archive of others. @throws ContainerError */
export async function isDocument(content: Content): Promise<boolean> {
  const zip = await openZip(content, CONTAINER_LIMITS);
  try {
    for await (const entry of entriesOf(zip)) if (DOCUMENT_PARTS.test(nameOf(entry))) return true;
    return false;
  } finally {
    zip.close();
  }
}

/** The files in a ZIP archive, one after another as its directory lists them. */
export async function* zipMembers(
  content: Content,
  limits: ContainerLimits,
): AsyncGenerator<Member> {
  const zip = await openZip(content, limits);
  try {
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      const address = `!/${name}`;
      const wrong = wrongOf(entry, name, limits);
      yield wrong ? { address, wrong } : await memberOf(zip, entry, address, limits);
    }
  } finally {
    zip.close();
  }
}

async function memberOf(
  zip: ZipFile,
  entry: Entry,
  address: string,
  { memberBytes }: ContainerLimits,
): Promise<Member> {
  const isSmall = entry.compressionMethod === DEFLATED && entry.compressedSize <= SMALL;
  try {
    const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
      const options = isSmall ? { decompress: false } : {};
      zip.openReadStream(entry, options, (error, opened) =>
        error ? reject(error) : resolve(opened),
      );
    });
    const bytes = await readAll(stream, isSmall ? SMALL : memberBytes);
    return { address, content: isSmall ? inflated(bytes, entry) : bytes };
  } catch (error) {
    const { message } = error as Error;
    const code = error instanceof ContainerError ? error.code : 'damaged';
    return { address, wrong: { code, says: message } };
  }
}

/** What a small member holds. @throws ContainerError where it is not as long as the archive says */
function inflated(bytes: Uint8Array, { uncompressedSize: size }: Entry): Uint8Array {
  // One byte more than there should be tells that there are too many.
  const content = inflateRawSync(bytes, { maxOutputLength: size + 1 });
  if (content.length === size) return content;
  throw new ContainerError('damaged', `${content.length} bytes in the place of ${size}`);
}

function wrongOf(entry: Entry, name: string, limits: ContainerLimits): Wrong | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[/\\]|^[a-z]:/i.test(name)) {
    return { code: 'unsafe_archive', says: name };
  }
  if (entry.isEncrypted()) return { code: 'encrypted', says: name };
  if (size > limits.memberBytes) return { code: 'too_large', says: `${size} bytes` };
  if (size >= RATIO_FROM && size > packed * limits.ratio) {
    return { code: 'unsafe_archive', says: `${Math.round(size / packed)} times its packed size` };
  }
  return null;
}

/** Names that are not marked as UTF-8 are in the code page of who packed them: GBK in China. */
function nameOf({ fileName, generalPurposeBitFlag: flags }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  if ((flags & UTF8_NAME) !== 0) return bytes.toString('utf8');
  return nameFrom(bytes);
}

/** A file's name from bytes of an unknown encoding. */
export function nameFrom(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\\', '/');
    } catch {}
  }
  return decodeText(bytes, 'gb18030').text;
}

async function openZip(content: Content, { memberBytes }: ContainerLimits): Promise<ZipFile> {
  const options: Options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const bytes = 'path' in content ? null : await bytesOf(content, 16 * memberBytes);
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile): void =>
      error ? reject(new ContainerError('damaged', error.message)) : resolve(zip);
    if ('path' in content) open(content.path, options, opened);
    else fromBuffer(bytes!, options, opened);
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (work: () => void): void => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        work();
      };
      zip.once('entry', (next: Entry) => done(() => resolve(next)));
      zip.once('end', () => done(() => resolve(null)));
      zip.once('error', (error: Error) =>
        done(() => reject(new ContainerError('damaged', error.message))),
      );
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}
