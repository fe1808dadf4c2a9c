import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ReadError } from '../read-error.js';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits.js';

/**
 * A zip file in memory, of which single files are unpacked when they are asked for. Nothing is ever
 * written to disk.
 */
export class Archive {
  private bytesRead = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ArchiveLimits,
    private readonly totalBytes: number,
  ) {}

  /**
   * Opens a zip file by its directory.
   * @throws ReadError `damaged` where it has none that is whole, `unsafe_archive` where it holds too
   *   much, files laid over each other, or names that lead out of its folder.
   */
  static async open(bytes: Uint8Array, limits = ARCHIVE_LIMITS): Promise<Archive> {
    const zip = await openZip(bytes);
    if (zip.entryCount > limits.entries) {
      throw unsafe(`it says that it holds ${zip.entryCount} files (at most ${limits.entries})`);
    }
    const entries = new Map<string, Entry>();
    let packed = 0;
    for (const entry of await listEntries(zip, limits.entries)) {
      packed += entry.compressedSize;
      if (!entry.fileName.endsWith('/')) entries.set(partKey(entry.fileName), entry);
    }
    if (packed > bytes.length) throw unsafe('its files are laid over each other');
    const total = Math.max(limits.totalBytes, bytes.length * limits.timesLarger);
    return new Archive(zip, entries, limits, total);
  }

  /** Paths of its files as stored, without folders. */
  get names(): string[] {
    return [...this.entries.values()].map((entry) => entry.fileName);
  }

  /** Whether it holds a file; upper and lower case and a `/` in front make no difference. */
  has(path: string): boolean {
    return this.entries.has(partKey(path));
  }

  /**
   * A file's bytes, unpacked; null where there is no such file.
   * @throws ReadError `unsafe_archive` over the limits, `encrypted`, `damaged`.
   */
  async read(path: string): Promise<Uint8Array | null> {
    const entry = this.take(path);
    if (entry === null) return null;
    const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
    let length = 0;
    for await (const chunk of unpack(this.zip, entry)) {
      bytes.set(chunk, length);
      length += chunk.length;
    }
    return bytes.subarray(0, length);
  }

  /**
   * A file's bytes piece by piece, as they are unpacked, so that it never is in memory as a whole;
   * null where there is no such file.
   * @throws ReadError as `read` does, some of it while the pieces come
   */
  chunks(path: string): AsyncIterable<Uint8Array> | null {
    const entry = this.take(path);
    return entry === null ? null : unpack(this.zip, entry);
  }

  private take(path: string): Entry | null {
    const entry = this.entries.get(partKey(path));
    if (entry === undefined) return null;
    this.check(entry);
    this.bytesRead += entry.uncompressedSize;
    return entry;
  }

  private check(entry: Entry): void {
    const { fileName: name, uncompressedSize: size, compressedSize } = entry;
    const { entryBytes, ratio, ratioFrom } = this.limits;
    if (entry.isEncrypted()) {
      throw new ReadError(
        'encrypted',
        `The file ${name} inside is locked with a password. Save the document without one.`,
      );
    }
    if (size > entryBytes) throw unsafe(`${name} unpacks to ${size} bytes (at most ${entryBytes})`);
    if (this.bytesRead + size > this.totalBytes) {
      throw unsafe(`it unpacks to over ${this.totalBytes} bytes`);
    }
    if (size >= ratioFrom && size > compressedSize * ratio) {
      throw unsafe(`${name} unpacks to ${Math.round(size / compressedSize)} times its size`);
    }
  }
}

/** Names of parts differ in more than case in no format that we read. */
const partKey = (path: string): string => path.replace(/^\/+/, '').toLowerCase();

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) reject(damaged(error.message));
      else resolve(zip);
    });
  });
}

/** All entries of the directory; stops at one more than `most`, whatever their stated number. */
function listEntries(zip: ZipFile, most: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) => reject(entryError(error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > most) reject(unsafe(`it holds more than ${most} files`));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* await openStream(zip, entry);
  } catch (error) {
    throw damaged(`${entry.fileName}: ${(error as Error).message}`);
  }
}

function openStream(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

function entryError(message: string): ReadError {
  return /relative path|absolute path|invalid characters/.test(message)
    ? unsafe(message)
    : damaged(message);
}

function unsafe(reason: string): ReadError {
  return new ReadError('unsafe_archive', `This zip file is not safe to unpack: ${reason}.`);
}

function damaged(reason: string): ReadError {
  return new ReadError(
    'damaged',
    `The file is cut short or damaged (${reason}). Copy or download it again.`,
  );
}
