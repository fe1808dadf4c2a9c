import type { Box } from '../../model/document.js';
import type { Character } from '../page.js';
import type { Edge } from './edge.js';

/** How far a table's words are turned, in degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** The quarter turn that most characters have. */
export function mainTurn(characters: readonly Character[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { angle } of characters) counts[Math.round(angle / 90) % 4]!++;
  return ((counts.indexOf(Math.max(...counts)) % 4) * 90) as Turn;
}

/**
 * A box turned so that words which run at `turn` become upright. The origin stays where it is, so
 * positions may become negative; turning by `turn` and then by its opposite gives the box back.
 */
export function uprightBox(box: Box, turn: Turn): Box {
  if (turn === 90) return { x0: box.top, top: -box.x1, x1: box.bottom, bottom: -box.x0 };
  if (turn === 180) return { x0: -box.x1, top: -box.bottom, x1: -box.x0, bottom: -box.top };
  if (turn === 270) return { x0: -box.bottom, top: box.x0, x1: -box.top, bottom: box.x1 };
  return box;
}

export const opposite = (turn: Turn): Turn => ((360 - turn) % 360) as Turn;

/** An edge turned as `uprightBox` turns boxes. */
export function uprightEdge(edge: Edge, turn: Turn): Edge {
  if (turn === 0) return edge;
  const { direction, position, start, end } = edge;
  const flat = direction === 'horizontal';
  const box = flat
    ? { x0: start, top: position, x1: end, bottom: position }
    : { x0: position, top: start, x1: position, bottom: end };
  const turned = uprightBox(box, turn);
  if (turned.top === turned.bottom) {
    return { direction: 'horizontal', position: turned.top, start: turned.x0, end: turned.x1 };
  }
  return { direction: 'vertical', position: turned.x0, start: turned.top, end: turned.bottom };
}
