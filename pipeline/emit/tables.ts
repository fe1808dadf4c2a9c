import type { z } from 'zod';
import {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../../schemas/index.js';

/** A table of the dataset: one JSON record a line. */
export interface Table {
  readonly name: 'documents' | 'tasks' | 'targets' | 'quantities' | 'units' | 'rejects' | 'tokens';
  readonly path: string;
  /** What one line is. */
  readonly description: string;
  readonly schema: z.ZodObject;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly field: string; readonly table: string }[];
}

const DOCUMENT_KEY = { field: 'document_id', table: 'documents' };

/** The tables of a dataset in the order in which its description lists them. */
export const TABLES: readonly Table[] = [
  {
    name: 'documents',
    path: 'documents.jsonl',
    description: 'One official document (公文) a line.',
    schema: DocumentRecord,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  {
    name: 'tasks',
    path: 'tasks.jsonl',
    description: 'One task a line: the smallest block that tells somebody to do something.',
    schema: Task,
    primaryKey: ['id'],
    foreignKeys: [DOCUMENT_KEY],
  },
  {
    name: 'targets',
    path: 'targets.jsonl',
    description: 'One number to be reached a line.',
    schema: Target,
    primaryKey: ['id'],
    foreignKeys: [DOCUMENT_KEY],
  },
  {
    name: 'quantities',
    path: 'quantities.jsonl',
    description: 'One number with a measure a line, with the role that it has in its sentence.',
    schema: Quantity,
    primaryKey: ['id'],
    foreignKeys: [
      DOCUMENT_KEY,
      { field: 'task_id', table: 'tasks' },
      { field: 'target_id', table: 'targets' },
    ],
  },
  {
    name: 'units',
    path: 'units.jsonl',
    description: 'One body that tasks are given to a line, with what it does in all of them.',
    schema: UnitRecord,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  {
    name: 'rejects',
    path: 'rejects.jsonl',
    description: 'One input, or record, that did not make it a line.',
    schema: Reject,
    primaryKey: [],
    foreignKeys: [],
  },
  {
    name: 'tokens',
    path: 'tokens.jsonl',
    description: 'The words of one task a line.',
    schema: TokenLine,
    primaryKey: ['task_id'],
    foreignKeys: [DOCUMENT_KEY, { field: 'task_id', table: 'tasks' }],
  },
];

/** Where the text of a document stands in the dataset's folder. */
export const textPath = (documentId: string): string => `texts/${documentId}.txt`;

/** A record as a line of its table. */
export const jsonLine = (record: object): string => `${JSON.stringify(record)}\n`;
