import { matchesIn } from '../../model/matches.js';
import type { Passage } from '../../model/passage.js';
import { type Label, readLabel } from '../../outline/labels/index.js';

/** 一是 opens a sentence, or a part of one: `主要有两方面机制：一是…；二是…`. */
const BEFORE = /[。！？）”：；]/;
const INLINE = /[一二三四五六七八九十]{1,2}是|(?:首先|其次|再次|最后)，/g;

/**
 * The labels 一是 / 二是 / 三是 (or 首先 / 其次 / 最后) that cut an item's text into blocks of their own; empty unless the
 * first opens a sentence and at least two follow each other in order.
 */
export function inlineLabels({ reading, breaks }: Passage): Label[] {
  const labels: Label[] = [];
  for (const match of matchesIn(INLINE, reading)) {
    const label = readLabel(reading, match.index);
    if (label?.kind !== 'inline' || !follows(label, labels)) continue;
    const opens =
      match.index === 0 || breaks.includes(match.index) || BEFORE.test(reading[match.index - 1]!);
    if (opens) labels.push(label);
    else if (labels.length === 0) return [];
  }
  return labels.length >= 2 ? labels : [];
}

/** Whether a label is the next of those found: 二是 behind 一是, 最后 behind any of 首先, 其次. */
function follows(label: Label, found: readonly Label[]): boolean {
  const last = found.at(-1);
  if (!last) return label.value === 1;
  if (last.printed.endsWith('是') !== label.printed.endsWith('是')) return false;
  return label.printed === '最后' || label.value === last.value + 1;
}
