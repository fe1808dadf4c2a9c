import type { GoldDocument } from './gold.js';
import { overlap, type Stretch } from './locate.js';
import { similarity } from './normalised.js';
import type { PredictedDocument } from './predictions.js';

/** Share that a predicted and a gold task must cover together to be the same one. */
const LEAST_OVERLAP = 0.5;
/** How alike titles must be, the bonus for the right first page included. */
const LEAST_TITLE_SIMILARITY = 0.45;
const SAME_PAGE_BONUS = 0.3;

/** The predicted document that is the gold one; undefined where none is. */
export function matchDocument(
  gold: GoldDocument,
  fromSource: readonly PredictedDocument[],
): PredictedDocument | undefined {
  if (fromSource.length <= 1) return fromSource[0];
  const title = gold.title ?? '';
  if (title === '') {
    return fromSource.reduce((most, next) => (next.tasks.length > most.tasks.length ? next : most));
  }
  let best: PredictedDocument | undefined;
  let bestScore = -1;
  for (const predicted of fromSource) {
    const score = documentScore(gold, predicted);
    if (score > bestScore) {
      best = predicted;
      bestScore = score;
    }
  }
  return bestScore >= LEAST_TITLE_SIMILARITY ? best : undefined;
}

function documentScore(gold: GoldDocument, predicted: PredictedDocument): number {
  const titles = [gold.title ?? '', ...(gold.carries ?? [])];
  const alike = Math.max(...titles.map((title) => similarity(predicted.document.title, title)));
  const samePage = gold.page_start && predicted.document.source.page_start === gold.page_start;
  return alike + (samePage ? SAME_PAGE_BONUS : 0);
}

/** Index of the predicted task that each gold task was matched with, by the gold one's index. */
export function matchTasks(
  gold: readonly Stretch[],
  predicted: readonly (readonly Stretch[])[],
): Map<number, number> {
  const pairs: { shared: number; goldIndex: number; predictedIndex: number }[] = [];
  gold.forEach((stretch, goldIndex) => {
    predicted.forEach((places, predictedIndex) => {
      const shared = Math.max(0, ...places.map((place) => overlap(place, stretch)));
      if (shared >= LEAST_OVERLAP) pairs.push({ shared, goldIndex, predictedIndex });
    });
  });
  pairs.sort((a, b) => b.shared - a.shared);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { goldIndex, predictedIndex } of pairs) {
    if (matched.has(goldIndex) || taken.has(predictedIndex)) continue;
    matched.set(goldIndex, predictedIndex);
    taken.add(predictedIndex);
  }
  return matched;
}
