import type { Target } from '../../schemas/target.js';
import { normalised } from './similarity.js';

/** What two targets must share in a round, strongest first; ids of tasks are the kept ones. */
const ROUNDS: readonly ((target: Target) => readonly unknown[])[] = [
  (target) => [target.id, target.task_ids],
  (target) => [measure(target), target.task_ids, target.value, target.by],
  (target) => [measure(target), target.task_ids],
  (target) => [measure(target), target.value, target.by],
  (target) => [target.id],
  (target) =>
    target.task_ids.length > 0 ? [target.task_ids, target.unit, target.value] : [target.id],
];

const measure = ({ indicator, unit }: Target): string => normalised(`${indicator} ${unit ?? ''}`);

/** For each latter target, the index of the former one that it is, or -1; no former one twice. */
export function matchTargets(latter: readonly Target[], former: readonly Target[]): number[] {
  const pairs = latter.map(() => -1);
  const claimed = new Set<number>();
  for (const keyOf of ROUNDS) {
    const waiting = new Map<string, number[]>();
    former.forEach((target, index) => {
      if (claimed.has(index)) return;
      const key = JSON.stringify(keyOf(target));
      const group = waiting.get(key);
      if (group) group.push(index);
      else waiting.set(key, [index]);
    });
    latter.forEach((target, index) => {
      if (pairs[index] !== -1) return;
      const then = waiting.get(JSON.stringify(keyOf(target)))?.shift();
      if (then === undefined) return;
      pairs[index] = then;
      claimed.add(then);
    });
  }
  return pairs;
}
