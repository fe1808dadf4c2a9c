import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { ConvertedDocument, ConvertOptions, ConvertResult } from '../pipeline/converted.js';

/** Version of the entries' layout; part of every key. */
const LAYOUT = 1;

/** What a key is made from: equal parts, equal result. */
export interface KeyParts {
  /** Of the input's bytes. */
  readonly sha256: string;
  /** The input's name; its extension helps to tell the format. */
  readonly uri: string;
  /** Of the code and its data. */
  readonly fingerprint: string;
  readonly options: ConvertOptions;
}

/** The name under which a result is kept, 64 hexadecimal digits. */
export function storeKey(parts: KeyParts): string {
  const { encoding, tokens, redactContacts } = parts.options;
  const extension = extname(parts.uri).toLowerCase();
  return sha256(
    JSON.stringify([
      LAYOUT,
      parts.sha256,
      extension,
      parts.fingerprint,
      encoding?.toLowerCase() ?? null,
      tokens,
      redactContacts,
    ]),
  );
}

/**
 * Results of earlier work, one file a key: `ab/abcdef….ndjson`. The first line holds the digest of
 * the rest, so that an entry that was cut or changed counts as absent. Entries are written beside
 * and renamed; any number of processes may share a store.
 */
export class Store {
  private writes = 0;

  constructor(private readonly folder: string) {}

  /** Makes the folder and checks that it can be written to; throws the system's error. */
  open(): void {
    mkdirSync(this.folder, { recursive: true });
    accessSync(this.folder, constants.W_OK);
  }

  /** The result under a key, or null where there is none or it is damaged. */
  read(key: string): ConvertResult | null {
    const lines = this.intactLines(key);
    return lines === null ? null : resultOf(lines);
  }

  has(key: string): boolean {
    return this.intactLines(key) !== null;
  }

  write(key: string, result: ConvertResult): void {
    const body = linesOf(result).join('');
    const head = JSON.stringify({ key, sha256: sha256(body) });
    const path = this.path(key);
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}-${this.writes++}.part`;
    try {
      writeFileSync(beside, `${head}\n${body}`);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  }

  path(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.ndjson`);
  }

  private intactLines(key: string): string | null {
    let content: Buffer;
    try {
      content = readFileSync(this.path(key));
    } catch {
      return null;
    }
    const headEnd = content.indexOf(10);
    const body = content.subarray(headEnd + 1);
    const head = JSON.stringify({ key, sha256: sha256(body) });
    return content.toString('utf8', 0, Math.max(0, headEnd)) === head
      ? body.toString('utf8')
      : null;
  }
}

type Line = [kind: 'reject' | 'document' | 'text' | 'task' | 'target' | 'tokens', value: unknown];

function linesOf(result: ConvertResult): string[] {
  const lines: Line[] = result.rejects.map((reject) => ['reject', reject]);
  for (const converted of result.documents) {
    lines.push(['document', converted.document], ['text', converted.text]);
    for (const task of converted.tasks) lines.push(['task', task]);
    for (const target of converted.targets) lines.push(['target', target]);
    for (const tokens of converted.tokens) lines.push(['tokens', tokens]);
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`);
}

function resultOf(body: string): ConvertResult {
  const result: ConvertResult = { documents: [], rejects: [] };
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf('\n', start);
    addLine(result, JSON.parse(body.slice(start, end)) as Line);
    start = end + 1;
  }
  return result;
}

function addLine(result: ConvertResult, [kind, value]: Line): void {
  if (kind === 'reject') {
    result.rejects.push(value as ConvertResult['rejects'][number]);
  } else if (kind === 'document') {
    const document = value as ConvertedDocument['document'];
    result.documents.push({ document, text: '', tasks: [], targets: [], tokens: [] });
  } else {
    const last = result.documents.at(-1)!;
    if (kind === 'text') result.documents.splice(-1, 1, { ...last, text: value as string });
    else if (kind === 'task') last.tasks.push(value as ConvertedDocument['tasks'][number]);
    else if (kind === 'target') last.targets.push(value as ConvertedDocument['targets'][number]);
    else last.tokens.push(value as ConvertedDocument['tokens'][number]);
  }
}

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
