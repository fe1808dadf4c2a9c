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
  /** Class by which pictures.css paints a bar, and all of them in the order of the stack. */
  readonly classOf: (count: Count) => string;
  readonly classes: readonly string[];
  readonly tip: (count: Count) => string;
  readonly address: (count: Count) => string;
  /** Where what stands at the end of a row leads; left out: nowhere. */
  readonly rowAddress?: (id: string) => string;
}

const ROW = 22;
/** Room of names: what they need, and at most this share of the picture. */
const MOST_ROOM = 0.48;
const GAP = 10;
/** Room behind the longest bar for what stands there. */
const END = 48;

/** How the plotting library draws bars in rows. */
export function rowBars<Count>(bars: RowBars<Count>): PlotOptions {
  const { width, counts, rowOf, rows, amountOf, scale, classOf, classes, tip, address } = bars;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const longest = Math.max(...rows.map(({ name }) => labelWidth(name)), 0);
  const room = Math.min(longest, width * MOST_ROOM);
  // Where a bar begins: behind those of its row that came before it.
  const reached = new Map<string, number>();
  const placed = counts.map((count) => {
    const from = reached.get(rowOf(count)) ?? 0;
    reached.set(rowOf(count), from + amountOf(count));
    return { count, from, to: from + amountOf(count) };
  });
  const { rowAddress } = bars;
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
    marks: [
      // A mark for each class: the page's policy lets no style stand on a single bar.
      ...classes.map((name) =>
        barX(
          placed.filter(({ count }) => classOf(count) === name),
          {
            x1: 'from',
            x2: 'to',
            y: ({ count }: { count: Count }) => rowOf(count),
            className: name,
            insetTop: 2,
            insetBottom: 2,
            title: ({ count }: { count: Count }) => tip(count),
            href: ({ count }: { count: Count }) => address(count),
          },
        ),
      ),
      text(rows, {
        x: 'value',
        y: 'id',
        text: 'says',
        textAnchor: 'start',
        dx: 5,
        className: 'row-total',
        ...(rowAddress
          ? {
              href: ({ id }: { id: string }) => rowAddress(id),
              title: ({ name, says }: { name: string; says: string }) => `${name}: ${says}`,
            }
          : { pointerEvents: 'none' }),
      }),
    ],
  };
}
