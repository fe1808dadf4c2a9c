import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  Change,
  Correction,
  DocumentRecord,
  Quantity,
  Reject,
  Source,
  Target,
  Task,
  TaskVersion,
  TokenLine,
  UnitRecord,
} from '../schemas/index.js';

/** Folder of the published JSON Schemas, one a record kind. */
export const SCHEMA_FOLDER = 'schemas/json';

const RECORDS = {
  document: DocumentRecord,
  task: Task,
  target: Target,
  quantity: Quantity,
  unit: UnitRecord,
  reject: Reject,
  token: TokenLine,
  correction: Correction,
  change: Change,
  history: TaskVersion,
  source: Source,
} as const;

/** The JSON Schema of every record kind as text, by file name; made from the zod schemas. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(RECORDS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-2020-12' });
      return [`${name}.schema.json`, `${JSON.stringify({ title: name, ...json }, null, 2)}\n`];
    }),
  );
}

/** The files that are not what the zod schemas give. */
export function staleSchemas(folder: string): string[] {
  return [...jsonSchemas()]
    .filter(([name, text]) => {
      const path = join(folder, name);
      return !existsSync(path) || readFileSync(path, 'utf8') !== text;
    })
    .map(([name]) => name);
}

if (process.argv[1]?.includes('json-schemas')) {
  if (process.argv.includes('--check')) {
    const stale = staleSchemas(SCHEMA_FOLDER);
    for (const name of stale) {
      console.error(`${SCHEMA_FOLDER}/${name} is out of date. Run \`npm run schemas\`.`);
    }
    if (stale.length > 0) process.exitCode = 1;
  } else {
    mkdirSync(SCHEMA_FOLDER, { recursive: true });
    for (const [name, text] of jsonSchemas()) writeFileSync(join(SCHEMA_FOLDER, name), text);
  }
}
