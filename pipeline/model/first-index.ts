/**
 * Index of the first item of a list for which something holds; the list's length where there is none.
 * It must hold for all behind the first, too: looked for by halves.
 */
export function firstIndex<Item>(items: ArrayLike<Item>, holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
