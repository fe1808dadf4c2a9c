import { alsoCalled } from '../../pipeline/emit/also-called.js';
import { spellingsOf } from '../../pipeline/emit/body-spellings.js';
import { unitId } from '../../pipeline/emit/unit-tally.js';
import type { Dataset } from './read-dataset.js';

/** A place in a document's text where a body stands that some words name. */
export interface Mention {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the bodies stand that go by some words exactly, short, in full, or with their place behind it, in the documents'
 * texts in order: 市市场监管局 where 温州市市场监督管理局 was asked for. By document.
 */
export async function mentionsOf(
  dataset: Dataset,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, readonly Mention[]>> {
  const named = await bodiesNamed(dataset, wanted);
  const mentions = new Map<string, Mention[]>();
  if (named.size === 0) return mentions;
  const regions = new Map<string, string | null>();
  for await (const { id, region } of dataset.records('documents')) regions.set(id, region);
  for await (const { document_id: document, units } of dataset.records('tasks')) {
    for (const unit of units) {
      const body = unitId(unit, regions.get(document) ?? null);
      for (const words of named.get(body) ?? []) {
        const { start, end } = unit.at;
        const known = mentions.get(document) ?? [];
        known.push({ words, start, end });
        mentions.set(document, known);
      }
    }
  }
  for (const known of mentions.values()) known.sort((a, b) => a.start - b.start);
  return mentions;
}

/** Which of the words name each body. */
async function bodiesNamed(
  dataset: Dataset,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const named = new Map<string, readonly string[]>();
  if (wanted.length === 0) return named;
  for await (const unit of dataset.records('units')) {
    const all = spellingsOf({ ...unit, also: alsoCalled(unit) });
    const those = wanted.filter((words) => all.has(words));
    if (those.length > 0) named.set(unit.id, those);
  }
  return named;
}

/** The bodies of a document, asked for from the beginning of its text to the end. */
export class StandingBodies {
  private next = 0;

  constructor(private readonly mentions: readonly Mention[]) {}

  /** The words whose bodies stand within a stretch; each stretch begins where the one before ended, or later. */
  termsWithin(start: number, end: number): ReadonlySet<string> {
    const found = new Set<string>();
    while (this.next < this.mentions.length && this.mentions[this.next]!.start < end) {
      const { words, start: from } = this.mentions[this.next++]!;
      if (from >= start) found.add(words);
    }
    return found;
  }
}
