import type { Passage } from '../../model/passage.js';
import { type DeadlineContext, governingDates } from '../deadlines/index.js';
import { type QuantityDraft, readQuantityLedger } from '../quantities/index.js';

/** The ledger of a passage's quantities, its targets with the dates that govern them. */
export function quantitiesOf(passage: Passage, context: DeadlineContext): QuantityDraft[] {
  let dates: ((position: number) => string | null) | undefined;
  return readQuantityLedger(passage, {
    documentYear: context.documentYear,
    // Most passages hold no number that is to be reached: their dates are read when asked for.
    dateGoverning: (position) => {
      dates ??= governingDates(passage, context);
      return dates(position);
    },
  });
}
