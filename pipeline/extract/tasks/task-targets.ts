import type { Passage } from '../../model/passage.js';
import { type DeadlineContext, governingDates } from '../deadlines/index.js';
import { readTargets, type TargetDraft } from '../targets/index.js';

/** The targets of a passage, with the dates that govern them. */
export function targetsOf(passage: Passage, context: DeadlineContext): TargetDraft[] {
  let dates: ((position: number) => string | null) | undefined;
  return readTargets(passage, {
    documentYear: context.documentYear,
    // Most passages hold no number that is to be reached: their dates are read when asked for.
    dateGoverning: (position) => {
      dates ??= governingDates(passage, context);
      return dates(position);
    },
  });
}
