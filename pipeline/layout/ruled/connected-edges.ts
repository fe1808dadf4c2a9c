import { firstIndex } from '../../model/first-index.js';
import type { Edge } from './edge.js';
import { SNAP } from './join-edges.js';

/** Edges that touch each other, directly or through others: the lines of one table, at most. */
export interface EdgeGroup {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

/** More crossings than a page of cells can have: a drawing or a hatching. */
const MOST_CROSSINGS = 200_000;

/** Groups of crossing or touching edges that hold at least one line of each direction. */
export function edgesToGroups(edges: readonly Edge[]): EdgeGroup[] {
  const horizontal = edges.filter(({ direction }) => direction === 'horizontal');
  const vertical = edges
    .filter(({ direction }) => direction === 'vertical')
    .sort((one, other) => one.position - other.position);
  const parents = new Int32Array(horizontal.length + vertical.length).map((_, index) => index);
  let crossings = 0;
  for (let row = 0; row < horizontal.length; row++) {
    const line = horizontal[row]!;
    let column = firstFrom(vertical, line.start - SNAP);
    for (; column < vertical.length && vertical[column]!.position <= line.end + SNAP; column++) {
      const { start, end } = vertical[column]!;
      if (line.position < start - SNAP || line.position > end + SNAP) continue;
      if (++crossings > MOST_CROSSINGS) return [];
      unite(parents, row, horizontal.length + column);
    }
  }
  return collect(parents, horizontal, vertical);
}

/** Index of the first edge whose position is at least `position`. */
const firstFrom = (sorted: readonly Edge[], position: number): number =>
  firstIndex(sorted, (edge) => edge.position >= position);

function collect(
  parents: Int32Array,
  horizontal: readonly Edge[],
  vertical: readonly Edge[],
): EdgeGroup[] {
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  for (let index = 0; index < parents.length; index++) {
    const root = rootOf(parents, index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    if (index < horizontal.length) group.horizontal.push(horizontal[index]!);
    else group.vertical.push(vertical[index - horizontal.length]!);
  }
  return [...groups.values()].filter(
    (group) => group.horizontal.length > 0 && group.vertical.length > 0,
  );
}

function rootOf(parents: Int32Array, index: number): number {
  let root = index;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}

function unite(parents: Int32Array, one: number, other: number): void {
  parents[rootOf(parents, one)] = rootOf(parents, other);
}
