import type { Target } from '../../schemas/index.js';
import { type Counts, countExact } from './counts.js';
import type { GoldDocument, GoldTarget } from './gold.js';
import { normalised, similarity } from './normalised.js';
import type { Note } from './score-tasks.js';

/** How alike two indicators must be where neither quotation holds the other. */
const LEAST_INDICATOR_SIMILARITY = 0.4;
/** How alike they are where a word more or less is no fault. */
const SAME_INDICATOR_SIMILARITY = 0.85;

/** All targets of a gold document: its own, its rows' and its tasks'. */
export function goldTargets(gold: GoldDocument): GoldTarget[] {
  return [
    ...(gold.targets ?? []),
    ...(gold.rows ?? []).flatMap((row) => row.targets ?? []),
    ...gold.tasks.flatMap((task) =>
      (task.targets ?? []).map((target) =>
        task.optional ? { ...target, optional: true } : target,
      ),
    ),
  ];
}

/** Matches targets by value, unit, and the words they stand in; each one at most once. */
export function scoreTargets(
  counts: Counts,
  gold: readonly GoldTarget[],
  predicted: readonly Target[],
  note: Note,
): void {
  const left = new Set(predicted);
  for (const target of gold) {
    const found = [...left].find((candidate) => isSameTarget(target, candidate));
    if (found) left.delete(found);
    if (target.optional) continue;
    if (!found) {
      counts.targets.missed++;
      note(`target missed: ${target.raw} [${target.indicator}]`);
      continue;
    }
    counts.targets.found++;
    countExact(counts.target_op, found.op === target.op);
    countExact(counts.target_by, found.by === (target.by ?? null));
    if (target.indicator === '') continue;
    const alike = similarity(found.indicator, target.indicator) >= SAME_INDICATOR_SIMILARITY;
    countExact(counts.target_indicator, alike);
    if (!alike)
      note(`indicator of ${target.raw}: ${found.indicator} should be ${target.indicator}`);
  }
  for (const target of left) {
    counts.targets.extra++;
    note(`target extra: ${target.raw} [${target.indicator}]`);
  }
}

function isSameTarget(gold: GoldTarget, predicted: Target): boolean {
  if (Math.abs(predicted.value - gold.value) >= 1e-6) return false;
  if (normalised(predicted.unit) !== normalised(gold.unit)) return false;
  const goldRaw = normalised(gold.raw);
  const raw = normalised(predicted.raw);
  return (
    raw.includes(goldRaw) ||
    goldRaw.includes(raw) ||
    similarity(predicted.indicator, gold.indicator) > LEAST_INDICATOR_SIMILARITY
  );
}
