/** A place in a sheet; row and column count from 0. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a sheet; its last row and column belong to it. */
export interface SheetRange {
  readonly first: SheetPlace;
  readonly last: SheetPlace;
}

/** `C7` is row 6, column 2; null where it is no place. */
export function readPlace(reference: string): SheetPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** `A1:C7`; null where it is no range. */
export function readRange(reference: string): SheetRange | null {
  const [first, last] = reference.split(':').map(readPlace);
  if (!first || !last || last.row < first.row || last.column < first.column) return null;
  return { first, last };
}

/** `A`, `B` … `AA`: a column's name. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}
