import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WORK_FOLDER } from '../dataset-folder.js';
import type { Merged } from '../merge.js';

const MARK = join(WORK_FOLDER, 'batch.json');
const PACKAGE = 'datapackage.json';

interface Mark {
  readonly batch: string;
  /** Digest of the dataset's description. */
  readonly package: string;
  readonly merged: Merged;
}

const Description = z.looseObject({
  resources: z.array(
    z.looseObject({ path: z.union([z.string(), z.array(z.string())]), hash: z.string() }),
  ),
});

/** Says beside a dataset which batch it was made from. */
export function markDataset(out: string, batch: string, merged: Merged): void {
  const mark: Mark = { batch, package: digestOf([join(out, PACKAGE)]), merged };
  const path = join(out, MARK);
  writeFileSync(`${path}.part`, JSON.stringify(mark));
  renameSync(`${path}.part`, path);
}

/** What the dataset in `out` was made from, where its mark names this batch. */
export function markedDataset(out: string, batch: string): Merged | null {
  return markOf(out, batch)?.merged ?? null;
}

/**
 * As `markedDataset`, and only where every file of the dataset still holds what it was given:
 * then there is nothing to do.
 */
export function standingDataset(out: string, batch: string): Merged | null {
  const mark = markOf(out, batch);
  if (mark === null) return null;
  try {
    const content = readFileSync(join(out, PACKAGE));
    if (createHash('sha256').update(content).digest('hex') !== mark.package) return null;
    for (const { path, hash } of Description.parse(JSON.parse(content.toString())).resources) {
      const files = [path].flat().map((name) => join(out, name));
      if (`sha256:${digestOf(files)}` !== hash) return null;
    }
    return mark.merged;
  } catch {
    return null;
  }
}

function markOf(out: string, batch: string): Mark | null {
  try {
    const mark = JSON.parse(readFileSync(join(out, MARK), 'utf8')) as Mark;
    return mark.batch === batch ? mark : null;
  } catch {
    return null;
  }
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
