import type { Section } from '../../outline/sections/index.js';
import { type Clause, clausesOf } from '../units/index.js';
import { LONGEST_HEADLINE, titleEnd } from './title.js';

/** Clauses that stand in paragraphs of their own behind the items of a section, for all of these. */
export interface ClosingClause {
  readonly clauses: readonly Clause[];
  /** How many paragraphs the last item has before them. */
  readonly paragraphs: number;
}

/**
 * The clause line that closes a section (`三、扩大开放` （八）…（九）… and then `牵头单位：…，责任单位：…` on a line of
 * its own) where its items have headlines of their own and none has a clause; null where there is none.
 */
export function closingClauseOf({ children, item, tables }: Section): ClosingClause | null {
  const last = children.at(-1);
  if (last === undefined || children.length < 2 || tables.length > 0) return null;
  const clauses = clausesOf(last.item);
  if (clauses.length === 0 || clausesOf(item).length > 0) return null;
  const before = last.item.breaks.filter((offset) => offset <= clauses[0]!.start);
  if (before.length === 0 || !isOnlyClauses(last, before.at(-1)!, clauses)) return null;
  const items = [...children.slice(0, -1), last.upTo(before.length)];
  const headed = items.every(
    (child) =>
      child.children.length === 0 && clausesOf(child.item).length === 0 && hasHeadline(child),
  );
  return headed ? { clauses, paragraphs: before.length } : null;
}

/** Whether nothing but clauses and marks stands from `start` on. */
function isOnlyClauses({ item }: Section, start: number, clauses: readonly Clause[]): boolean {
  let from = start;
  for (const clause of [...clauses, { start: item.length, end: item.length }]) {
    if (/[^\s。；，、]/.test(item.reading.slice(from, clause.start))) return false;
    from = clause.end;
  }
  return true;
}

/** A headline with text behind it: `（八）提升通关便利。推进…`. */
function hasHeadline({ item }: Section): boolean {
  const end = titleEnd(item.reading, item.breaks);
  return end <= LONGEST_HEADLINE && /[^\s。：]/.test(item.reading.slice(end));
}
