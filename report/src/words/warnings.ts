import type { CodeText } from '../../../schemas/data/code-text.js';
import { REJECTS } from '../../../schemas/data/rejects.js';
import { WARNINGS } from '../../../schemas/data/warnings.js';
import type { Reject, Warning } from '../../../schemas/index.js';
import { currentLanguage } from './language.js';

const CODES: Readonly<Record<string, CodeText>> = { ...WARNINGS, ...REJECTS };

/** What a code says, in the language of the page; an unknown one is its own name. */
export function codeWords(code: string): string {
  return CODES[code]?.[currentLanguage()] ?? code;
}

/** What can be done about a code. */
export const adviceWords = (code: string): string => CODES[code]?.advice?.[currentLanguage()] ?? '';

/** What is particular to the case, behind what the code says in both languages. */
function particulars(code: string, message: string): string {
  const known = CODES[code];
  const head = known ? `${known.zh}（${known.en}）` : '';
  if (!known || !message.startsWith(head)) return '';
  const advice = known.advice ? `。${known.advice.zh}（${known.advice.en}）` : '';
  const rest = message.slice(head.length);
  return (advice && rest.endsWith(advice) ? rest.slice(0, -advice.length) : rest).replace(
    /^：/,
    '',
  );
}

/** A warning or a reject in the language of the page, with what is particular to the case. */
export function warningWords({
  code,
  message,
}: Pick<Warning | Reject, 'code' | 'message'>): string {
  if (!CODES[code]) return message;
  const more = particulars(code, message);
  return more === '' ? codeWords(code) : `${codeWords(code)}：${more}`;
}
