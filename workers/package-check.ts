import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileCount, TextsCount } from '../pipeline/emit/data-package.js';
import { TABLES, type Table } from '../pipeline/emit/tables.js';
import { wordsOf } from './json-line.js';

/** What a check needs of `datapackage.json`. */
const Description = z.looseObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.union([z.string(), z.array(z.string())]),
      bytes: z.int(),
      hash: z.string(),
      rows: z.int().optional(),
    }),
  ),
});

type Resource = z.infer<typeof Description>['resources'][number];

/** Where a dataset's description differs from what its files hold. */
export function packageProblems(
  folder: string,
  counts: ReadonlyMap<Table['name'], FileCount>,
  texts: TextsCount,
): string[] {
  const description = readDescription(folder);
  if (typeof description === 'string') return [description];
  const resources = new Map(description.resources.map((resource) => [resource.name, resource]));
  const problems = TABLES.flatMap((table) =>
    tableProblems(table, resources.get(table.name), counts.get(table.name)),
  );
  problems.push(...textsProblems(resources.get('texts'), texts));
  const known = new Set<string>([...TABLES.map(({ name }) => name), 'texts']);
  for (const name of resources.keys()) {
    if (!known.has(name)) problems.push(`${name}: no resource of this kind of dataset`);
  }
  return problems;
}

function readDescription(folder: string): z.infer<typeof Description> | string {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'the file is missing: the dataset is not whole' : message;
  }
  const parsed = Description.safeParse(value);
  if (parsed.success) return parsed.data;
  return wordsOf(parsed.error);
}

function tableProblems(
  table: Table,
  resource: Resource | undefined,
  count: FileCount | undefined,
): string[] {
  if (!resource) return count ? [`${table.name}: ${table.path} is not described`] : [];
  if (!count) return [`${table.name}: ${table.path} is described and not there`];
  return [
    ...difference(table.name, 'path', resource.path, table.path),
    ...difference(table.name, 'rows', resource.rows, count.rows),
    ...difference(table.name, 'bytes', resource.bytes, count.bytes),
    ...difference(table.name, 'hash', resource.hash, `sha256:${count.sha256}`),
  ];
}

function textsProblems(resource: Resource | undefined, texts: TextsCount): string[] {
  if (!resource) return texts.paths.length > 0 ? ['texts: the texts are not described'] : [];
  const described = [resource.path].flat();
  const samePaths =
    described.length === texts.paths.length &&
    described.every((path, index) => path === texts.paths[index]);
  return [
    ...(samePaths ? [] : ['texts: path does not list the texts of documents.jsonl in their order']),
    ...difference('texts', 'bytes', resource.bytes, texts.bytes),
    ...difference('texts', 'hash', resource.hash, `sha256:${texts.sha256}`),
  ];
}

function difference(name: string, key: string, says: unknown, is: unknown): string[] {
  return says === is ? [] : [`${name}: ${key} is ${JSON.stringify(says)}, the file has ${is}`];
}
