import type { Request } from 'express';
import { Problem } from './problem.js';

export const JSON_TYPE = 'application/json';
export const LINES_TYPE = 'application/x-ndjson';
const LINES_TYPES = [LINES_TYPE, 'application/jsonl', 'application/json-lines'];

/**
 * Whether the request asks for JSON Lines in the place of JSON.
 *
 * @throws Problem where it wants neither
 */
export function wantsLines(request: Request): boolean {
  const type = request.accepts([JSON_TYPE, ...LINES_TYPES]);
  if (type === false) throw new Problem('not_acceptable', `Accept ${JSON_TYPE} or ${LINES_TYPE}.`);
  return type !== JSON_TYPE;
}
