import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PARTITION_KEYS } from '../../pipeline/emit/partitions.js';

/** The file that says which files a divided export has. */
export const MANIFEST = 'manifest.json';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One Parquet file. */
const PartFile = z.object({
  path: z.string().regex(/^\w+(?:\/\w+=\w+)*\/part-[0-9a-f]{16}\.parquet$/),
  rows: z.int(),
  bytes: z.int(),
  sha256: Digest,
  /** Of its rows and of how they are written: where it is the same, so is the file. */
  made_from: Digest,
});
export type PartFile = z.output<typeof PartFile>;

const PartitionManifest = z.object({
  version: z.literal(1),
  partition_by: z.array(z.enum(PARTITION_KEYS)),
  tables: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      partitioned: z.boolean(),
      columns: z.array(z.object({ name: z.string(), type: z.string(), description: z.string() })),
      rows: z.int(),
      files: z.array(PartFile),
    }),
  ),
});
export type PartitionManifest = z.output<typeof PartitionManifest>;

export const writeManifest = (folder: string, manifest: PartitionManifest): void =>
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);

/** The files of a former export by what they were made from, those that still have their size. */
export function formerFiles(folder: string): ReadonlyMap<string, PartFile> {
  const files = new Map<string, PartFile>();
  for (const { files: listed } of readManifest(folder)?.tables ?? []) {
    for (const file of listed) {
      const { size } = statSync(join(folder, file.path), { throwIfNoEntry: false }) ?? {};
      if (size === file.bytes) files.set(file.made_from, file);
    }
  }
  return files;
}

/** Null where there is none, or it is not to be read: then all is written anew. */
function readManifest(folder: string): PartitionManifest | null {
  try {
    const parsed = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as unknown;
    return PartitionManifest.safeParse(parsed).data ?? null;
  } catch {
    return null;
  }
}
