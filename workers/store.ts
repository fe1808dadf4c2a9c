import { extname } from 'node:path';
import type { ConvertedDocument, ConvertOptions, ConvertResult } from '../pipeline/converted.js';
import { type ObjectStore, StoreDownError } from './object-store.js';
import { sha256 } from './sha256.js';

const DOCUMENT = '["document",';

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
  const { password = null, ocr = false, maxPages = null, charset, keywords } = parts.options;
  const { ocrEngine = null } = parts.options;
  // A row of a table keeps its result when rows are put in before it.
  const extension = extname(parts.uri.replace(/#\d+$/, '')).toLowerCase();
  return sha256(
    JSON.stringify([
      LAYOUT,
      parts.sha256,
      extension,
      parts.fingerprint,
      encoding?.toLowerCase() ?? null,
      tokens,
      redactContacts,
      password,
      ocr,
      maxPages,
      ...(charset ? [charset] : []),
      ...(ocrEngine ? [{ ocrEngine }] : []),
      ...(keywords === false ? ['no keywords'] : []),
    ]),
  );
}

/**
 * Results of earlier work, one piece a key: `ab/abcdef….ndjson`. The first line holds the digest of
 * the rest, so that an entry that was cut or changed counts as absent. Any number of processes may
 * share a store.
 */
export class Store {
  constructor(private readonly objects: Pick<ObjectStore, 'get' | 'put'>) {}

  /** The result under a key, or null where there is none or it is damaged. */
  async read(key: string): Promise<ConvertResult | null> {
    const lines = await this.intactLines(key);
    return lines === null ? null : resultOf(lines);
  }

  /** The documents of the result under a key, without what was found in them; none as for `read`. */
  async documents(key: string): Promise<ConvertedDocument['document'][]> {
    const lines = (await this.intactLines(key)) ?? '';
    const documents: ConvertedDocument['document'][] = [];
    for (let start = lines.indexOf(DOCUMENT); start >= 0; ) {
      // A quote inside a string is written with a backslash: what is found begins a line.
      const line = lines.slice(start, lines.indexOf('\n', start));
      documents.push((JSON.parse(line) as [string, ConvertedDocument['document']])[1]);
      start = lines.indexOf(DOCUMENT, start + line.length);
    }
    return documents;
  }

  async has(key: string): Promise<boolean> {
    return (await this.intactLines(key)) !== null;
  }

  async write(key: string, result: ConvertResult): Promise<void> {
    const body = linesOf(result).join('');
    const head = JSON.stringify({ key, sha256: sha256(body) });
    await this.objects.put(resultName(key), `${head}\n${body}`);
  }

  private async intactLines(key: string): Promise<string | null> {
    // What cannot be read counts as absent too; writing it anew will tell what is wrong.
    const content = await this.objects.get(resultName(key)).catch((error: unknown) => {
      if (error instanceof StoreDownError) throw error;
      return null;
    });
    if (content === null) return null;
    const headEnd = content.indexOf(10);
    const body = content.subarray(headEnd + 1);
    const head = JSON.stringify({ key, sha256: sha256(body) });
    return content.toString('utf8', 0, Math.max(0, headEnd)) === head
      ? body.toString('utf8')
      : null;
  }
}

/** The name of the piece that holds a key's result. */
export const resultName = (key: string): string => `${key.slice(0, 2)}/${key}.ndjson`;

type Line = [
  kind: 'reject' | 'document' | 'text' | 'task' | 'target' | 'quantity' | 'tokens',
  value: unknown,
];

function linesOf(result: ConvertResult): string[] {
  const lines: Line[] = result.rejects.map((reject) => ['reject', reject]);
  for (const converted of result.documents) {
    lines.push(['document', converted.document], ['text', converted.text]);
    for (const task of converted.tasks) lines.push(['task', task]);
    for (const target of converted.targets) lines.push(['target', target]);
    for (const quantity of converted.quantities) lines.push(['quantity', quantity]);
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
    const records = { tasks: [], targets: [], quantities: [], tokens: [] };
    result.documents.push({ document, text: '', ...records });
  } else {
    const last = result.documents.at(-1)!;
    if (kind === 'text') result.documents.splice(-1, 1, { ...last, text: value as string });
    else if (kind === 'task') last.tasks.push(value as ConvertedDocument['tasks'][number]);
    else if (kind === 'target') last.targets.push(value as ConvertedDocument['targets'][number]);
    else if (kind === 'quantity') {
      last.quantities.push(value as ConvertedDocument['quantities'][number]);
    } else last.tokens.push(value as ConvertedDocument['tokens'][number]);
  }
}
