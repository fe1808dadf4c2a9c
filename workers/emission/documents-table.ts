import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Copies } from '../../pipeline/emit/copies/copies.js';
import type { FileCount } from '../../pipeline/emit/data-package.js';
import { jsonLine } from '../../pipeline/emit/tables.js';
import type { DocumentRecord } from '../../schemas/index.js';
import { CountedFile, type LineRange } from '../counted-file.js';
import { readRange } from '../read-range.js';
import type { FormerDataset, FormerDocument } from './former-dataset.js';
import type { DocumentState } from './made-from.js';

/** A line of the table: one that stood, or bytes of the new ones. */
interface Line {
  readonly state: DocumentState;
  readonly former: FormerDocument | null;
  /** Where it begins among the new lines. */
  readonly start: number;
}

/**
 * The table of documents. Which of them are copies is known only when all are there, so new lines
 * wait in a file of their own, and the table is put together from these and from those that stood.
 */
export class DocumentsTable {
  private readonly lines: Line[] = [];
  private readonly fresh: CountedFile;
  private freshBytes = 0;

  constructor(
    private readonly path: string,
    private readonly dataset: FormerDataset | null,
  ) {
    this.fresh = new CountedFile(`${path}.new`);
  }

  add(state: DocumentState, line: string): void {
    this.lines.push({ state, former: null, start: this.freshBytes });
    this.freshBytes += state.written.bytes[0]!;
    this.fresh.add(line);
  }

  keep(state: DocumentState, former: FormerDocument): void {
    this.lines.push({ state, former, start: 0 });
  }

  /** Writes the table; gives its count, and the ids of documents that stay and whose line differs. */
  close(copies: ReadonlyMap<string, Copies>): FileCount & { readonly rewritten: string[] } {
    const count = this.fresh.close();
    if (copies.size === 0 && this.lines.every(({ former }) => former === null)) {
      renameSync(`${this.path}.new`, this.path);
      return { ...count, rewritten: [] };
    }
    const fresh = openSync(`${this.path}.new`, 'r');
    const table = new CountedFile(this.path);
    const rewritten: string[] = [];
    try {
      for (const line of this.lines) {
        const { state, former } = line;
        const { id, copies: before, bytes } = state.written;
        const now = copies.get(id);
        const range = this.rangeOf(line, fresh);
        if (isDeepStrictEqual(before, now)) {
          table.copy(range);
          continue;
        }
        const record = JSON.parse(readRange(range.file, range.start, range.end).toString('utf8'));
        const text = jsonLine({ ...(record as DocumentRecord), ...(now ?? NO_COPIES) });
        table.add(text);
        const { copies: _, ...written } = state.written;
        const length = Buffer.byteLength(text);
        state.written = {
          ...written,
          bytes: [length, ...bytes.slice(1)],
          ...(now && { copies: now }),
        };
        if (former) rewritten.push(id);
      }
      table.settle();
    } finally {
      closeSync(fresh);
    }
    rmSync(`${this.path}.new`);
    return { ...table.close(), rewritten };
  }

  private rangeOf({ state, former, start }: Line, fresh: number): LineRange {
    if (former) return this.dataset!.lines(former, 'documents');
    return { file: fresh, start, end: start + state.written.bytes[0]!, rows: 1 };
  }
}

/** What the line of a document without copies says of them. */
const NO_COPIES: Copies = { same_as: [], copy_of: null };
