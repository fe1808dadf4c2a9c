import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonSchemas, staleSchemas } from '../../scripts/json-schemas.js';

const FOLDER = fileURLToPath(new URL('../../schemas/json', import.meta.url));

test('the published JSON Schemas are those of the zod schemas (npm run schemas)', () => {
  expect(staleSchemas(FOLDER)).toEqual([]);
  expect(readdirSync(FOLDER).sort()).toEqual([...jsonSchemas().keys()].sort());
});

test('they are strict, and say what a field means', () => {
  const task = JSON.parse(jsonSchemas().get('task.schema.json')!);
  expect(task).toMatchObject({
    title: 'task',
    type: 'object',
    additionalProperties: false,
    properties: { part: { description: 'Which of several clauses of one item closes this task.' } },
  });
  expect(task.required).toContain('target_ids');
});
