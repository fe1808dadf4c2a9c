import type { Filter } from '../filters/filter.js';
import type { Page } from '../page.js';
import { addressOf } from '../route.js';

/** Where a part of a picture leads: the list, narrowed to what the part stands for. */
export function narrowedTo(page: Page, change: Partial<Filter>): string {
  const { state } = page.store;
  return addressOf({ ...state, view: 'review', filter: { ...state.filter, ...change } });
}
