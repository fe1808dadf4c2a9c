const ROW = /^(.*)#(\d+)$/s;

/** Order of uris: by code units, rows of one table by their number. */
export function compareUris(a: string, b: string): number {
  const [, tableA, rowA] = ROW.exec(a) ?? [];
  const [, tableB, rowB] = ROW.exec(b) ?? [];
  if (tableA !== undefined && tableA === tableB) return Number(rowA) - Number(rowB);
  return a < b ? -1 : a > b ? 1 : 0;
}
