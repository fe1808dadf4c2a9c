/** A stretch of a page's width. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A strip narrower than this share of the size of the words parts nothing. */
const LEAST_STRIP = 0.12;

/**
 * What is free between each two heads of a table, from the header down: where the columns part. It
 * shrinks with each row; a row that leaves nothing free between two heads runs over their columns.
 */
export class FreeStrips {
  private constructor(private readonly free: readonly (readonly Stretch[])[]) {}

  /** The strips between heads that stand beside each other, or those that a page above has left. */
  static between(stretches: readonly Stretch[]): FreeStrips {
    return new FreeStrips(stretches.map((stretch) => [stretch]));
  }

  /** The strips that are left below a row of words; null where one of them is closed. */
  below(
    inks: readonly { readonly x0: number; readonly x1: number }[],
    size: number,
  ): FreeStrips | null {
    const least = size * LEAST_STRIP;
    const next: (readonly Stretch[])[] = [];
    for (const stretches of this.free) {
      let left = stretches;
      for (const { x0, x1 } of inks) {
        if (left.some(({ from, to }) => x0 < to && x1 > from))
          left = left.flatMap((one) => without(one, x0, x1));
      }
      left = left.filter(({ from, to }) => to - from >= least);
      if (left.length === 0) return null;
      next.push(left);
    }
    return new FreeStrips(next);
  }

  /**
   * One stretch of each strip: where several are left, the one that has words of both columns beside
   * it. Null where that may be any of them.
   * @param middles of all characters below the header
   */
  settled(middles: readonly number[]): Stretch[] | null {
    const settled: Stretch[] = [];
    for (const [index, stretches] of this.free.entries()) {
      const from = this.free[index - 1]?.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
      const to = this.free[index + 1]?.[0]?.from ?? Number.POSITIVE_INFINITY;
      const between = stretches.filter(
        (one) =>
          middles.some((middle) => middle > from && middle < one.from) &&
          middles.some((middle) => middle > one.to && middle < to),
      );
      const [widest, next] = (between.length > 0 ? between : stretches).toSorted(
        (one, other) => widthOf(other) - widthOf(one),
      );
      if (next !== undefined && widthOf(next) * MUCH_WIDER > widthOf(widest!)) return null;
      settled.push(widest!);
    }
    return settled;
  }
}

/** How many times wider a strip is that parts columns than the gaps beside it. */
const MUCH_WIDER = 2;

const widthOf = ({ from, to }: Stretch): number => to - from;

function without({ from, to }: Stretch, x0: number, x1: number): Stretch[] {
  if (x1 <= from || x0 >= to) return [{ from, to }];
  const parts: Stretch[] = [];
  if (x0 > from) parts.push({ from, to: x0 });
  if (x1 < to) parts.push({ from: x1, to });
  return parts;
}
