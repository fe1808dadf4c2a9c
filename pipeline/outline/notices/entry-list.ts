import type { TextBlock } from '../../model/outline.js';
import {
  ENOUGH_EVIDENCE,
  type EntryHeading,
  FULL_EVIDENCE,
  type LabelFamily,
  readEntryHeading,
} from './entry.js';

/**
 * Headings of the notices of a compendium that numbers its entries, in order; empty where the text
 * is none. Numbers restart in each section and ascend within it. A numbered task of a notice has
 * neither a date bracket nor a 发文字号 below it, and does not fit into the ascending list.
 */
export function findEntries(blocks: readonly TextBlock[]): EntryHeading[] {
  const candidates: EntryHeading[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const heading = readEntryHeading(blocks, index);
    if (heading) candidates.push(heading);
  }
  const sure = candidates.filter((heading) => heading.evidence >= ENOUGH_EVIDENCE);
  const family = commonestFamily(sure);
  if (!family) return [];
  const ofFamily = candidates.filter((heading) => heading.family === family);
  const least = mostlyDated(sure) ? ENOUGH_EVIDENCE + 1 : ENOUGH_EVIDENCE;
  const isStrong = (heading: EntryHeading): boolean =>
    heading.evidence >= least || (heading.date !== null && heading.evidence >= ENOUGH_EVIDENCE);
  const chain = ascending(ofFamily.filter(isStrong));
  const entries = withoutContents(
    fillGaps(
      chain,
      ofFamily.filter((one) => !isStrong(one)),
    ),
  );
  const isCompendium = entries.some(
    (entry) => entry.evidence >= FULL_EVIDENCE - (entry.date === null ? 1 : 0),
  );
  return entries.length >= 2 && isCompendium ? entries : [];
}

/** Where most entries carry a date bracket, one without it needs more to speak for it. */
function mostlyDated(headings: readonly EntryHeading[]): boolean {
  return headings.filter((heading) => heading.date !== null).length * 2 > headings.length;
}

function commonestFamily(headings: readonly EntryHeading[]): LabelFamily | null {
  const counts = new Map<LabelFamily, number>();
  for (const { family } of headings) counts.set(family, (counts.get(family) ?? 0) + 1);
  let best: LabelFamily | null = null;
  for (const [family, count] of counts) if (!best || count > counts.get(best)!) best = family;
  return best;
}

/**
 * Leaves out headings that break the order, unless a date bracket and more speak for them. A dated
 * line without a genre (a task with its day) must be the very next entry.
 */
function ascending(headings: readonly EntryHeading[]): EntryHeading[] {
  const chain: EntryHeading[] = [];
  let last = 0;
  for (const heading of headings) {
    const isNext = heading.number === last + 1 || heading.number === 1;
    const isSure = heading.evidence > ENOUGH_EVIDENCE;
    const fits = heading.number > last ? isSure : isSure && heading.date !== null;
    if (!isNext && !fits) continue;
    chain.push(heading);
    last = heading.number;
  }
  return chain;
}

/** Between entries n and n+2, a weaker candidate numbered n+1 is the missing one. */
function fillGaps(chain: readonly EntryHeading[], weak: readonly EntryHeading[]): EntryHeading[] {
  const filled: EntryHeading[] = [];
  let next = 0;
  for (const entry of chain) {
    let last = filled.at(-1)?.number ?? 0;
    for (; next < weak.length && weak[next]!.start < entry.start; next++) {
      const candidate = weak[next]!;
      if (
        candidate.evidence >= 2 &&
        candidate.number === last + 1 &&
        candidate.number < entry.number
      ) {
        filled.push(candidate);
        last = candidate.number;
      }
    }
    filled.push(entry);
  }
  return filled;
}

/** A table of contents prints every heading once more: of two alike, the later one opens the text. */
function withoutContents(entries: readonly EntryHeading[]): EntryHeading[] {
  const lastWith = new Map<string, number>();
  for (const [index, entry] of entries.entries())
    lastWith.set(`${entry.number} ${entry.title}`, index);
  return entries.filter((entry, index) => lastWith.get(`${entry.number} ${entry.title}`) === index);
}
