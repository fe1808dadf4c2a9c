import type { Ruling } from '../page.js';

/**
 * A straight line without thickness: `position` is its y where it is horizontal, its x where it is
 * vertical; `start` and `end` are its ends along the other axis. Points from the top left corner.
 */
export interface Edge {
  readonly direction: 'horizontal' | 'vertical';
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** A mark this short is a dot of a dotted line; which way its line runs only its neighbours tell. */
const DOT = 2.5;

/**
 * The centre lines of rulings. A dot gives an edge both ways: where dots line up, joining makes a
 * line of them, and dots that stay alone fall out as too short.
 */
export function rulingsToEdges(rulings: readonly Ruling[]): Edge[] {
  const edges: Edge[] = [];
  for (const { direction, box } of rulings) {
    const dot = box.x1 - box.x0 <= DOT && box.bottom - box.top <= DOT;
    if (dot || direction === 'horizontal') {
      const position = (box.top + box.bottom) / 2;
      edges.push({ direction: 'horizontal', position, start: box.x0, end: box.x1 });
    }
    if (dot || direction === 'vertical') {
      const position = (box.x0 + box.x1) / 2;
      edges.push({ direction: 'vertical', position, start: box.top, end: box.bottom });
    }
  }
  return edges.filter(({ position, start, end }) => Number.isFinite(position + start + end));
}
