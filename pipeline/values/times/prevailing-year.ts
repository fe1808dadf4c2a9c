const WRITTEN_YEAR = /(?<![\d.])(?:19|20)\d{2}(?=\s{0,3}年(?!版))/g;

/**
 * The year that a text writes most often (`2023年`), the earliest of those that are equally
 * frequent; null where it writes none. It says what year a document speaks in that names none in
 * its title and bears no date.
 */
export function prevailingYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(WRITTEN_YEAR)) {
    const year = Number(match[0]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  let prevailing: number | null = null;
  for (const [year, count] of counts) {
    const most = prevailing === null ? 0 : counts.get(prevailing)!;
    if (count > most || (count === most && year < prevailing!)) prevailing = year;
  }
  return prevailing;
}
