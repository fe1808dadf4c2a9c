import type { Edge } from './edge.js';

/** Lines closer than this are one line drawn twice: double lines, neighbours' cell borders. */
export const SNAP = 3;
/** Pieces of a line with a longer gap between them are two lines; dots and dashes keep closer. */
const GAP = 3.5;
/** Shorter lines border nothing that holds words. */
const SHORTEST = 4;

/**
 * Edges of one direction put on common positions and joined to the longest lines that they make:
 * sorted by position, then by start.
 */
export function joinEdges(edges: readonly Edge[]): Edge[] {
  const joined: Edge[] = [];
  for (const direction of ['horizontal', 'vertical'] as const) {
    for (const line of snapEdges(edges.filter((edge) => edge.direction === direction))) {
      joined.push(...joinCollinear(line));
    }
  }
  return joined.filter(({ start, end }) => end - start >= SHORTEST);
}

/**
 * Groups of edges of one direction whose positions are within `SNAP` of each other, each edge moved
 * to the group's mean position (weighted by length, so that a long line is not bent by a stub).
 */
export function snapEdges(edges: readonly Edge[]): Edge[][] {
  const sorted = [...edges].sort((one, other) => one.position - other.position);
  const groups: Edge[][] = [];
  let group: Edge[] = [];
  for (const edge of sorted) {
    const first = group[0];
    const last = group.at(-1);
    const apart = last !== undefined && edge.position - last.position > SNAP;
    if (apart || (first !== undefined && edge.position - first.position > 2 * SNAP)) {
      groups.push(atMeanPosition(group));
      group = [];
    }
    group.push(edge);
  }
  if (group.length > 0) groups.push(atMeanPosition(group));
  return groups;
}

function atMeanPosition(group: readonly Edge[]): Edge[] {
  let total = 0;
  let weighted = 0;
  for (const { position, start, end } of group) {
    const weight = Math.max(end - start, 0.01);
    total += weight;
    weighted += weight * position;
  }
  const position = weighted / total;
  return group.map((edge) => ({ ...edge, position }));
}

/** Edges on one position joined where they overlap or nearly touch. */
export function joinCollinear(edges: readonly Edge[]): Edge[] {
  const sorted = [...edges].sort((one, other) => one.start - other.start);
  const joined: Edge[] = [];
  for (const edge of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && edge.start - last.end <= GAP) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, edge.end) };
    } else {
      joined.push(edge);
    }
  }
  return joined;
}
