import { barX, type PlotOptions, type ScaleOptions, text } from '@observablehq/plot';
import { fitted, labelWidth } from './labels.js';

/** Bars that lie in rows, a name before each row. */
export interface RowBars<Count> {
  readonly width: number;
  readonly counts: readonly Count[];
  /** Which row a bar lies in. */
  readonly rowOf: (count: Count) => string;
  /** The rows from the top, each with its name and what stands at the end of its bars. */
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: number;
    readonly says: string;
  }[];
  readonly amountOf: (count: Count) => number;
  readonly scale: ScaleOptions;
  /** A colour, or what a colour stands for. */
  readonly fill: string | ((count: Count) => string);
  readonly colours?: ScaleOptions;
  readonly tip: (count: Count) => string;
  readonly address: (count: Count) => string;
}

const ROW = 22;
/** Room of names: what they need, and at most this share of the picture. */
const MOST_ROOM = 0.42;
const GAP = 10;
/** Room behind the longest bar for what stands there. */
const END = 48;

/** How the plotting library draws bars in rows. */
export function rowBars<Count>(bars: RowBars<Count>): PlotOptions {
  const { width, counts, rowOf, rows, amountOf, scale, fill, colours, tip, address } = bars;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const longest = Math.max(...rows.map(({ name }) => labelWidth(name)), 0);
  const room = Math.min(longest, width * MOST_ROOM);
  return {
    width,
    height: 40 + rows.length * ROW,
    marginLeft: room + GAP,
    marginRight: END,
    x: { label: null, grid: true, ...scale },
    y: {
      domain: rows.map(({ id }) => id),
      label: null,
      tickSize: 0,
      tickFormat: (id: string) => fitted(names.get(id) ?? '', room),
    },
    ...(colours ? { color: colours } : {}),
    marks: [
      barX(counts, {
        x: amountOf,
        y: rowOf,
        fill,
        insetTop: 2,
        insetBottom: 2,
        title: tip,
        href: address,
      }),
      text(rows, {
        x: 'value',
        y: 'id',
        text: 'says',
        textAnchor: 'start',
        dx: 5,
        fill: '#565e6c',
        pointerEvents: 'none',
      }),
    ],
  };
}
