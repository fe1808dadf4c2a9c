import { type Comparison, readQuantities } from './index.js';

/** What the command line prints of a quantity. */
export interface InspectedQuantity {
  readonly raw: string;
  readonly value: number;
  readonly unit: string | null;
  readonly op: Comparison | null;
}

/** The quantities of a text as `gongwen inspect quantities` shows them. */
export function inspectQuantities(text: string): InspectedQuantity[] {
  return readQuantities(text).map(({ raw, value, unit, op }) => ({ raw, value, unit, op }));
}
