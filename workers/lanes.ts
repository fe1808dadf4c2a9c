/**
 * Does some work for every item, so many at a time, in the items' order as far as they begin. Rejects
 * with the first error; what is at work then goes on, and nothing new is begun.
 */
export async function inLanes<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  lanes: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
