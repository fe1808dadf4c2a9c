import { headKind } from '../../lexicon/column-heads.js';

const BODIES: ReadonlySet<string | null> = new Set(['lead_units', 'support_units', 'units']);

/** Whether the cells of a row are heads of a table of work: one of bodies that are charged, and two other known ones. */
export function headsWork(cells: readonly string[]): boolean {
  const kinds = cells.map((cell) => (cell.trim() === '' ? null : headKind(cell)));
  const known = kinds.filter((kind) => kind !== null && kind !== 'other');
  return kinds.some((kind) => BODIES.has(kind)) && known.length >= 3;
}
