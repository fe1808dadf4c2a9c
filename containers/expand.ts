import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ColumnOptions } from './columns.js';
import { bytesOf, type Content, piecesOf, withHead } from './content.js';
import {
  CONTAINER_EXTENSIONS,
  type ContainerKind,
  containerKind,
  TABLE_EXTENSIONS,
} from './kinds.js';
import { CONTAINER_LIMITS, type ContainerLimits } from './limits.js';
import { mailMembers } from './mail.js';
import { ContainerError, type Member, type Wrong } from './member.js';
import { parquetMembers } from './parquet.js';
import { csvMembers, jsonLinesMembers } from './tables.js';
import { tarMembers } from './tar.js';
import { warcMembers } from './warc.js';
import { isDocument, zipMembers } from './zip.js';

export interface ExpandOptions extends ColumnOptions {
  /** Bytes of the largest member. */
  readonly maxBytes: number;
  /** Extensions that have a reader: what else lies in an archive is a reject, as in a folder. */
  readonly readable: ReadonlySet<string>;
  readonly limits?: ContainerLimits;
}

/** Whether a file is a container of documents and no document. */
export async function isContainer(content: Content, columns: ColumnOptions): Promise<boolean> {
  const { head, content: whole } = await withHead(content);
  const kind = containerKind(head, content.name, columns);
  return kind !== null && !(await isOfficeFile(kind, whole));
}

/**
 * The documents in a container, one at a time, containers inside it opened too. Nothing is thrown
 * for what is wrong with it: a broken member, or the rest of a broken container, is one reject.
 */
export async function* expand(content: Content, options: ExpandOptions): AsyncGenerator<Member> {
  const limits = { ...(options.limits ?? CONTAINER_LIMITS), memberBytes: options.maxBytes };
  const walk = { options, limits, bytes: 0, members: 0 };
  yield* opened(content, walk, 1);
}

interface Walk {
  readonly options: ExpandOptions;
  readonly limits: ContainerLimits;
  bytes: number;
  members: number;
}

async function* opened(content: Content, walk: Walk, depth: number): AsyncGenerator<Member> {
  const { limits } = walk;
  const { head, content: whole } = await withHead(content);
  const kind = containerKind(head, content.name, walk.options);
  try {
    if (depth > limits.depth) throw new ContainerError('too_many_members', `depth ${depth}`);
    if (kind === 'gzip') return yield* opened(unzipped(whole, limits), walk, depth + 1);
    if (kind === null) return yield* single(whole, walk);
    let isEmpty = true;
    for await (const member of membersOf(kind, whole, head, walk)) {
      isEmpty = false;
      if (++walk.members > limits.members) {
        throw new ContainerError('too_many_members', `${limits.members}`);
      }
      yield* taken(member, walk, depth, kind);
    }
    if (isEmpty) throw new ContainerError('empty', 'no row or file');
  } catch (error) {
    yield { address: '', wrong: wrongOf(error) };
  }
}

/** A member as it is, or what it holds where it is a container itself. */
async function* taken(
  member: Member,
  walk: Walk,
  depth: number,
  kind: ContainerKind,
): AsyncGenerator<Member> {
  const { address, content } = member;
  const isTable = kind === 'csv' || kind === 'json-lines' || kind === 'parquet';
  if (isTable || kind === 'warc' || content === undefined || address.startsWith('#')) {
    yield counted(member, walk);
    return;
  }
  const name = basename(address);
  if (/(?:^|\/)(?:[._][^/]*|__MACOSX\/.*)$/.test(address.slice(1))) return;
  const inner = { name, bytes: content };
  const extension = extname(name).toLowerCase();
  if (CONTAINER_EXTENSIONS.includes(extension) && (await isContainer(inner, walk.options))) {
    for await (const found of opened(inner, walk, depth + 1)) {
      yield { ...found, address: address + found.address };
    }
  } else if (walk.options.readable.has(extension) || TABLE_EXTENSIONS.includes(extension)) {
    yield counted(member, walk);
  } else yield { address, wrong: { code: 'unsupported_format', says: '' } };
}

function counted(member: Member, walk: Walk): Member {
  walk.bytes += member.content?.length ?? 0;
  if (walk.bytes <= walk.limits.totalBytes) return member;
  throw new ContainerError('too_many_members', `over ${walk.limits.totalBytes} bytes`);
}

function membersOf(
  kind: Exclude<ContainerKind, 'gzip'>,
  content: Content,
  head: Buffer,
  { options, limits }: Walk,
): AsyncGenerator<Member> {
  const { memberBytes } = limits;
  switch (kind) {
    case 'zip':
      return zipMembers(content, limits);
    case 'tar':
      return tarMembers(content, limits);
    case 'parquet':
      return parquetMembers(content, options, memberBytes);
    case 'warc':
      return warcMembers(content, memberBytes);
    case 'mail':
      return mailMembers(content, memberBytes);
    case 'csv':
      return csvMembers(content, head, options);
    case 'json-lines':
      return jsonLinesMembers(content, options, memberBytes);
  }
}

/** What a GZ file holds; the file inside is called as it is, without the ending. */
function unzipped(content: Content, { totalBytes }: ContainerLimits): Content {
  const name = content.name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  const source = Readable.from(piecesOf(content));
  const stream = createGunzip();
  source.on('error', (error) => stream.destroy(error));
  return { name, stream: within(source.pipe(stream), BESIDE_DOCUMENTS * totalBytes) };
}

/** Times the bytes of all documents that what they are packed in may have: other columns, names, padding. */
const BESIDE_DOCUMENTS = 4;

async function* within(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > most) throw new ContainerError('too_many_members', `over ${most} bytes`);
    yield piece;
  }
}

/** The one document in a GZ file. */
async function* single(content: Content, walk: Walk): AsyncGenerator<Member> {
  const bytes = await bytesOf(content, walk.limits.memberBytes);
  yield counted({ address: `!/${basename(content.name)}`, content: bytes }, walk);
}

async function isOfficeFile(kind: ContainerKind, content: Content): Promise<boolean> {
  if (kind !== 'zip') return false;
  try {
    return await isDocument(content);
  } catch {
    return false;
  }
}

const wrongOf = (error: unknown): Wrong => ({
  code: error instanceof ContainerError ? error.code : 'damaged',
  says: (error as Error).message,
});
