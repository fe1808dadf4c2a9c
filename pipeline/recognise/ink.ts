import { type Raster, reduced } from './raster.js';

/** Where a picture has ink: 1 for each dark pixel. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Tiles of a page whose paper is measured apart, as shadows and folds darken some. */
const TILES = 40;
/** Share of the paper's brightness below which a pixel is ink. */
const DARK = 0.78;
/** A darker tile than this share of the page's paper is a picture or a filled box, not shaded paper. */
const LEAST_PAPER = 0.45;

/** The ink of a page, told from the paper around it. */
export function inkOf(raster: Raster): Ink {
  const { width, height, data } = raster;
  const size = Math.max(8, Math.ceil(Math.max(width, height) / TILES));
  const paper = paperOf(raster, size);
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const result = new Uint8Array(width * height);
  const limits = new Float32Array(width);
  for (let row = 0; row < height; row++) {
    limitsOfRow(limits, row, { paper, size, columns, rows });
    const at = row * width;
    for (let column = 0; column < width; column++) {
      if (data[at + column]! < limits[column]!) result[at + column] = 1;
    }
  }
  return { width, height, data: result };
}

interface Paper {
  readonly paper: Float32Array;
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
}

/** Values below which a row's pixels are ink, between the middles of tiles. */
function limitsOfRow(limits: Float32Array, row: number, { paper, size, columns, rows }: Paper) {
  const y = Math.min(Math.max(row / size - 0.5, 0), rows - 1);
  const above = Math.floor(y);
  const below = Math.min(above + 1, rows - 1);
  const down = y - above;
  for (let column = 0; column < limits.length; column++) {
    const x = Math.min(Math.max(column / size - 0.5, 0), columns - 1);
    const left = Math.floor(x);
    const right = Math.min(left + 1, columns - 1);
    const across = x - left;
    const upper =
      paper[above * columns + left]! * (1 - across) + paper[above * columns + right]! * across;
    const lower =
      paper[below * columns + left]! * (1 - across) + paper[below * columns + right]! * across;
    limits[column] = (upper * (1 - down) + lower * down) * DARK;
  }
}

/** Brightness of the paper by tile: what most of the brighter half of its pixels reach. */
function paperOf({ width, height, data }: Raster, size: number): Float32Array {
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let tileRow = 0; tileRow < rows; tileRow++) {
    for (let tileColumn = 0; tileColumn < columns; tileColumn++) {
      counts.fill(0);
      let total = 0;
      const bottom = Math.min(height, (tileRow + 1) * size);
      const right = Math.min(width, (tileColumn + 1) * size);
      for (let row = tileRow * size; row < bottom; row++) {
        for (let column = tileColumn * size; column < right; column++) {
          counts[data[row * width + column]!]!++;
          total++;
        }
      }
      let left = total * 0.25;
      let value = 255;
      while (value > 0 && left >= counts[value]!) left -= counts[value--]!;
      paper[tileRow * columns + tileColumn] = value;
    }
  }
  const usual = [...paper].sort((a, b) => a - b)[paper.length >> 1]!;
  for (let index = 0; index < paper.length; index++) {
    if (paper[index]! < usual * LEAST_PAPER) paper[index] = usual;
  }
  return paper;
}

/** Pixels of the longer side at which skew is measured. */
const SMALL = 700;

/** The picture made small enough to measure its skew. */
export function smallOf(raster: Raster): Raster {
  return reduced(raster, Math.max(1, Math.floor(Math.max(raster.width, raster.height) / SMALL)));
}
