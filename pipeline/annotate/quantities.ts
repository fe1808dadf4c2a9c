import { type Quantity, readQuantities } from '../values/quantities/index.js';
import { spansAnnotator } from './spans.js';

/** The quantities of a passage, in order and not overlapping; offsets in the passage. */
export const quantities = spansAnnotator<Quantity>(
  'quantities',
  (passage) => readQuantities(passage.reading),
  (quantity, by) => ({
    ...quantity,
    start: quantity.start + by,
    end: quantity.end + by,
    amountStart: quantity.amountStart + by,
    amountEnd: quantity.amountEnd + by,
  }),
);
