/** A stretch of a line of text, painted or plain. */
export interface Piece {
  readonly text: string;
  readonly colour?: string | undefined;
}

export const FONT_SIZE = 15;
export const LINE_HEIGHT = 27;

/** Width of a text in pixels: an ideograph is as wide as the type is high, ASCII half that. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.56 : 1) * FONT_SIZE, 0);

/** One line of pieces from (x, y), each forced to its computed width so that the paint fits. */
export function lineOfPieces(x: number, y: number, pieces: readonly Piece[]): string {
  let left = x;
  return pieces
    .filter((piece) => piece.text !== '')
    .map(({ text, colour }) => {
      const width = widthOf(text);
      const at = left;
      left += width;
      const paint = colour
        ? `<rect x="${round(at - 1)}" y="${y - FONT_SIZE - 1}" width="${round(width + 2)}" height="${FONT_SIZE + 7}" rx="3" fill="${colour}"/>`
        : '';
      return `${paint}<text x="${round(at)}" y="${y}" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(text)}</text>`;
    })
    .join('\n');
}

/** A grey line of small type. */
export const caption = (x: number, y: number, text: string): string =>
  `<text x="${x}" y="${y}" font-size="12" fill="#57606a">${escaped(text)}</text>`;

/** The drawing as an SVG file on a white card. */
export function svgFile(width: number, height: number, title: string, parts: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif" font-size="${FONT_SIZE}" fill="#1f2328">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
