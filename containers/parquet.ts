import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ColumnOptions, columnsOf } from './columns.js';
import { bytesOf, type Content } from './content.js';
import type { Member } from './member.js';
import { memberOf } from './tables.js';

/** The documents of a Parquet file, a row each in the file's order, read by DuckDB chunk by chunk. */
export async function* parquetMembers(
  content: Content,
  options: ColumnOptions,
  memberBytes: number,
): AsyncGenerator<Member> {
  const folder = 'path' in content ? null : await mkdtemp(join(tmpdir(), 'gongwen-parquet-'));
  const path = 'path' in content ? content.path : join(folder!, 'table.parquet');
  if (folder !== null) await writeFile(path, await bytesOf(content, 16 * memberBytes));
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const file = path.replaceAll("'", "''");
    const result = await connection.stream(`select * from read_parquet('${file}')`);
    const names = result.columnNames();
    const columns = columnsOf(names, options);
    let number = 0;
    for await (const rows of result.yieldRowObjectJson()) {
      for (const row of rows) yield memberOf(row, columns, `#${++number}`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
