/** Adds items to a list, however many: those of `push(...items)` have to find room on the stack. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
