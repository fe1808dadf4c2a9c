import { type QuarterTurn, turnedBox, turnedSheet } from '../../layout/lines/turn.js';
import type { Box } from '../../model/document.js';
import type { RecognisedPage } from '../../recognise/recognised-page.js';
import type { Picture } from './picture.js';

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** A page's picture without its pixels. */
export type PictureSides = Omit<Picture, 'raster'> & { readonly raster: Sides };

/** What of a recognised page tells how its picture was turned to be read. */
type TurnedPicture = Sides & Pick<RecognisedPage, 'quarters' | 'degrees'>;

/** A picture as a page shows it, and as it was read. */
export interface SeenPicture {
  readonly page: TurnedPicture;
  readonly picture: PictureSides;
}

/** A recognised page without what was read on it. */
export const sidesOf = ({ width, height, quarters, degrees }: RecognisedPage): TurnedPicture => ({
  ...{ width, height },
  ...(quarters !== undefined && { quarters }),
  ...(degrees !== undefined && { degrees }),
});

/** Size of the page, turned by the quarters by which its picture was turned. */
export const seenSheet = ({ page, picture }: SeenPicture): Sides =>
  turnedSheet(picture, counterTurn(page.quarters ?? 0));

/**
 * Where a box of the picture as it was read, laid on a page, stands on the page itself: the picture is
 * rotated back, and lies where the page has it. The box keeps its size.
 */
export function boxOnPage(box: Box, { page, picture }: SeenPicture): Box {
  const { raster, scale } = picture;
  const isTurned = page.width !== raster.width || page.height !== raster.height;
  const left = isTurned ? 0 : picture.left;
  const top = isTurned ? 0 : picture.top;
  const angle = (-(page.degrees ?? 0) * Math.PI) / 180;
  const [middleX, middleY] = [page.width / scale / 2, page.height / scale / 2];
  const x = (box.x0 + box.x1) / 2 - left - middleX;
  const y = (box.top + box.bottom) / 2 - top - middleY;
  const across = x * Math.cos(angle) - y * Math.sin(angle) + middleX;
  const down = x * Math.sin(angle) + y * Math.cos(angle) + middleY;
  const place = placeOnTurned({ page, picture });
  const [halfWidth, halfHeight] = [(box.x1 - box.x0) / 2, (box.bottom - box.top) / 2];
  return {
    x0: place.x0 + across - halfWidth,
    x1: place.x0 + across + halfWidth,
    top: place.top + down - halfHeight,
    bottom: place.top + down + halfHeight,
  };
}

/** Where the picture lies on the page, both turned as it was read. */
function placeOnTurned({ page, picture }: SeenPicture): Box {
  const { left, top, raster, scale } = picture;
  const box = {
    x0: left,
    top,
    x1: left + raster.width / scale,
    bottom: top + raster.height / scale,
  };
  return turnedBox(box, picture, counterTurn(page.quarters ?? 0));
}

/** Words that run at this turn read upright once their page was turned clockwise by that many quarters. */
const counterTurn = (quarters: number): QuarterTurn => ((360 - quarters * 90) % 360) as QuarterTurn;
