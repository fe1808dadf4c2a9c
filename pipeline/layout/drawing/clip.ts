import type { Box } from '../../model/document.js';
import type { Ruling } from '../page.js';
import { boxOf } from './box.js';
import type { PaintState } from './paint-state.js';

/** Points by which drawing may pass a clip's edge and still be taken for seen. */
const TOLERANCE = 1;

/**
 * Cuts off what lies outside the upright box round a path, beside what was cut off before. Paths of
 * other shapes cut off less than they should, never more.
 * @param bounds least x, least y, greatest x, greatest y in the path's own space
 */
export function addClip(state: PaintState, bounds: ArrayLike<number>): void {
  const [x0, y0, x1, y1] = [bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!];
  if (!(x1 >= x0 && y1 >= y0)) return;
  const box = boxOf([x0, y0, x1, y1], state.matrix);
  const { clip } = state;
  state.clip = clip
    ? {
        x0: Math.max(clip.x0, box.x0),
        top: Math.max(clip.top, box.top),
        x1: Math.min(clip.x1, box.x1),
        bottom: Math.min(clip.bottom, box.bottom),
      }
    : box;
}

/** Whether the middle of a box is seen. */
export function isSeen({ x0, top, x1, bottom }: Box, clip: Box | null): boolean {
  if (!clip) return true;
  const x = (x0 + x1) / 2;
  const y = (top + bottom) / 2;
  return (
    x >= clip.x0 - TOLERANCE &&
    x <= clip.x1 + TOLERANCE &&
    y >= clip.top - TOLERANCE &&
    y <= clip.bottom + TOLERANCE
  );
}

/** The part of a ruling that is seen; null where none is. */
export function seenRuling(ruling: Ruling, clip: Box | null): Ruling | null {
  if (!clip) return ruling;
  const { x0, top, x1, bottom } = ruling.box;
  const box = {
    x0: Math.max(x0, Math.min(clip.x0 - TOLERANCE, x1)),
    top: Math.max(top, Math.min(clip.top - TOLERANCE, bottom)),
    x1: Math.min(x1, Math.max(clip.x1 + TOLERANCE, x0)),
    bottom: Math.min(bottom, Math.max(clip.bottom + TOLERANCE, top)),
  };
  const length = ruling.direction === 'horizontal' ? box.x1 - box.x0 : box.bottom - box.top;
  return length > TOLERANCE && isSeen(box, clip) ? { ...ruling, box } : null;
}
