import type { Contact } from '../../schemas/index.js';
import type { ConvertedDocument } from '../converted.js';
import { NameFinder } from './name-finder.js';

/** Stands for one masked UTF-16 code unit, so that every offset holds. */
export const MASK = '█';

/** 手机 and 区号 numbers, with any usual break: 138 0000 0000, 0571-8705 0000, (021)23110000. */
const PHONE =
  /(?<![\d.])(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[（(]?0\d{2,3}[）)]?[-—－ ]?[2-8]\d{2,3}[- ]?\d{4})(?!\d)/g;
/** A number that is said to be a telephone's: 联系电话：87050000. */
const LABELLED_PHONE =
  /(?:电话|手机|传真|热线)(?:号码)?\s*[：:]\s*([\d\s、，,;；/（）()-]{5,60}\d)/g;
/** A name that is said to be a contact's: 联系人：王某某. */
const LABELLED_NAME =
  /(?:联系人|联络人|联络员)\s*[：:]\s*(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*)(?!\p{Script=Han})/gu;

/**
 * Takes the names and telephone numbers of officials out of a document: `contacts` becomes empty,
 * and in the text, and with it in every `raw` and `text`, each character of them becomes `█`:
 * wherever a contact of a task stands, wherever the same name or number stands again (across a
 * line break too), and wherever the text says 联系人： or 电话： before one. Offsets hold. A word
 * that is spelt like a contact's name is masked with it.
 */
export function redactContacts(converted: ConvertedDocument): ConvertedDocument {
  const contacts = converted.tasks.flatMap((task) => task.contacts);
  const finder = new NameFinder(wordsOf(contacts));
  const text = masked(converted.text, [
    ...contacts.map(({ at }) => [at.start, at.end] as const),
    ...personal(converted.text, finder),
  ]);
  const redact = redactor(text, finder);
  return {
    document: redact(converted.document),
    text,
    tasks: converted.tasks.map((task) => ({ ...redact(task), contacts: [] })),
    targets: converted.targets.map(redact),
    quantities: converted.quantities.map(redact),
    tokens: converted.tokens.map(redact),
  };
}

type Stretch = readonly [start: number, end: number];

/** Shorter ones (an extension, a hotline) are masked in their own place only. */
const SHORTEST_NUMBER = 7;

function wordsOf(contacts: readonly Contact[]): string[] {
  const words = contacts.flatMap(({ name, phone }) => [...split(name), ...split(phone)]);
  return words.filter((word) => word.length >= (/^\d+$/.test(word) ? SHORTEST_NUMBER : 2));
}

/** `王某、李某` and `87050000/87050001` are several. */
const split = (words: string | null): string[] => words?.split(/[、，,;；/]/) ?? [];

/** Where names and numbers stand, in any order. */
function personal(text: string, finder: NameFinder): Stretch[] {
  const stretches = finder.find(text);
  for (const match of text.matchAll(PHONE)) {
    stretches.push([match.index, match.index + match[0].length]);
  }
  for (const pattern of [LABELLED_PHONE, LABELLED_NAME]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      stretches.push([end - match[1]!.length, end]);
    }
  }
  return stretches;
}

/** The text with the stretches masked; line breaks stay, so that lines do. */
function masked(text: string, stretches: readonly Stretch[]): string {
  const ordered = [...stretches].sort((a, b) => a[0] - b[0]);
  let result = '';
  let end = 0;
  for (const [from, to] of ordered) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    result += text.slice(end, start) + text.slice(start, to).replace(/[^\n\r\t\f]/g, MASK);
    end = to;
  }
  return result + text.slice(end);
}

/** Keys whose strings are no words of the text. */
const KEPT = new Set([
  'id',
  'document_id',
  'task_id',
  'task_ids',
  'target_id',
  'target_ids',
  'rule',
  'rules',
  'source',
  'pos',
]);

/** Masks a record: what has a place is read from the masked text anew, other words are searched. */
function redactor(text: string, finder: NameFinder): <Value>(value: Value) => Value {
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return masked(value, personal(value, finder));
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    const result: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(value)) {
      result[key] = KEPT.has(key) ? child : redact(child);
    }
    const at = result.at as { start: number; end: number } | undefined | null;
    if (at) restore(result, text.slice(at.start, at.end));
    return result;
  };
  return redact as <Value>(value: Value) => Value;
}

/** Words with a place are what the masked text holds there. */
function restore(record: Record<string, unknown>, masked: string): void {
  if (typeof record.raw === 'string') record.raw = masked;
  if (typeof record.word === 'string' && masked.includes(MASK)) {
    record.word = masked.replace(/\s+/g, '');
  }
}
