import { createHash, type Hash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Width } from './duckdb-rows.js';

/** Characters that wait in memory before they are written. */
const WAITING = 2 ** 23;

/** The rows of one part of a table, on their way into its file. */
export interface PartRows {
  /** Folders of the part, `/` after each; empty for a table that is not divided. */
  readonly folder: string;
  /** The file of its rows, a JSON object a line; there is none where there are none. */
  readonly path: string;
  readonly width: Width;
  readonly hash: Hash;
}

interface Part extends PartRows {
  waiting: string[];
}

/** Rows of a table by their part, each part in a file of its own, however many there are. */
export class PartitionRows {
  private readonly parts = new Map<string, Part>();
  private waiting = 0;

  /** Files of rows are named `<prefix>.<number>` in the folder. */
  constructor(
    private readonly folder: string,
    private readonly prefix: string,
  ) {}

  add(folder: string, line: string): void {
    const part = this.parts.get(folder) ?? this.begin(folder);
    part.waiting.push(line);
    part.hash.update(line);
    part.width.add(line.length);
    this.waiting += line.length;
    if (this.waiting >= WAITING) this.flush();
  }

  /** Makes sure that there is a part, be it without rows. */
  begin(folder: string): Part {
    const path = join(this.folder, `${this.prefix}.${this.parts.size}`);
    const hash = createHash('sha256');
    const part: Part = { folder, path, width: new Width(), hash, waiting: [] };
    this.parts.set(folder, part);
    return part;
  }

  /** All parts, sorted by their folders. */
  end(): PartRows[] {
    if (this.parts.size > 0) this.flush();
    return [...this.parts.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  }

  private flush(): void {
    for (const part of this.parts.values()) {
      appendFileSync(part.path, part.waiting.join(''));
      part.waiting = [];
    }
    this.waiting = 0;
  }
}
