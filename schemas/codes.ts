import { z } from 'zod';
import type { At } from './at.js';
import type { CodeText } from './data/code-text.js';
import { REJECTS } from './data/rejects.js';
import { WARNINGS } from './data/warnings.js';

export type { CodeText } from './data/code-text.js';

/** Every code that a dataset or a queue can hold: what it says and what to do about it. */
export const CODES = { warnings: WARNINGS, rejects: REJECTS } as const;

export type WarningCode = keyof typeof WARNINGS;
export type RejectCode = keyof typeof REJECTS;

const namesOf = <Code extends string>(table: Readonly<Record<Code, unknown>>) =>
  Object.keys(table) as [Code, ...Code[]];

export const WarningCode = z.enum(namesOf<WarningCode>(WARNINGS));
export const RejectCode = z.enum(namesOf<RejectCode>(REJECTS));

/** Whether a word is the code of a reject. */
export const isRejectCode = (word: string): word is RejectCode => word in REJECTS;

/** A warning in the words of its code, Chinese and English, and what is particular to the case. */
export function warningOf(
  code: WarningCode,
  at: At | null,
  particulars = '',
): { readonly code: WarningCode; readonly message: string; readonly at: At | null } {
  const { zh, en } = WARNINGS[code];
  return { code, message: `${zh}（${en}）${particulars && `：${particulars}`}`, at };
}

/** What a reject says: what is wrong, what is particular to the case, and what to do. */
export function rejectMessage(code: RejectCode, particulars = ''): string {
  const { zh, en, advice }: CodeText = REJECTS[code];
  const says = `${zh}（${en}）${particulars && `：${particulars}`}`;
  return advice === null ? says : `${says}。${advice.zh}（${advice.en}）`;
}
