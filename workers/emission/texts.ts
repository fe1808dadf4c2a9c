import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextsCount } from '../../pipeline/emit/data-package.js';
import { textPath } from '../../pipeline/emit/tables.js';
import { addFile } from '../sha256.js';
import type { FormerDataset } from './former-dataset.js';

const TEXTS = 'texts';

/** The texts of a dataset in the making, one file a document; those that are kept stay where they are. */
export class Texts {
  private readonly paths: string[] = [];
  private readonly written = new Set<string>();
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(
    private readonly out: string,
    private readonly staging: string,
    private readonly dataset: FormerDataset | null,
  ) {
    mkdirSync(join(staging, TEXTS), { recursive: true });
  }

  /** Gives the bytes of the text. */
  add(id: string, text: string): number {
    const path = textPath(id);
    const bytes = Buffer.from(text);
    writeFileSync(join(this.staging, path), bytes);
    this.paths.push(path);
    this.written.add(path);
    this.hash.update(bytes);
    this.bytes += bytes.length;
    return bytes.length;
  }

  keep(id: string): void {
    const path = textPath(id);
    this.paths.push(path);
    this.bytes += addFile(this.hash, join(this.out, path));
  }

  count(): TextsCount {
    return { paths: this.paths, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  /** Puts the texts in their place: the new ones alone, where others stay. */
  move(): void {
    if (this.dataset === null) {
      if (existsSync(join(this.out, TEXTS))) {
        renameSync(join(this.out, TEXTS), join(this.staging, `former-${TEXTS}`));
      }
      renameSync(join(this.staging, TEXTS), join(this.out, TEXTS));
      return;
    }
    for (const path of this.written) renameSync(join(this.staging, path), join(this.out, path));
    const stay = new Set(this.paths);
    for (const id of this.dataset.documents.keys()) {
      if (!stay.has(textPath(id))) rmSync(join(this.out, textPath(id)), { force: true });
    }
  }
}
