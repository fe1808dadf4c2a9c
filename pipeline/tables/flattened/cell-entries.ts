import type { Span } from '../../model/source-text.js';
import type { ColumnShape } from './column-shapes.js';
import type { Fragment } from './fragment.js';
import type { ColumnKind } from './header-vocabulary.js';
import type { FieldSignals } from './signals.js';

/** A name's tail that is no name: 划局, 政府, 办. */
const NAME_TAIL =
  /^(?:政府|[^市省县区国各]{0,3}(?:局|办|委|厅|处|部|院|会|公司|中心|办公室|管委会))$/;
const OPENED = /[（《“][^）》”]*$/;

/**
 * The spans of a cell, one for each entry: a numbered measure, a unit, a name, a number. The lines
 * of a broken entry share a span as long as nothing else stands between them.
 */
export function entrySpans(
  lines: readonly Fragment[],
  kind: ColumnKind,
  shape: ColumnShape,
  signals: FieldSignals,
): Span[] {
  const spans: Span[] = [];
  let words = '';
  let last: Fragment | null = null;
  for (const line of lines) {
    const joins = last !== null && joinsEntry(words, last, line, kind, shape, signals);
    words = joins ? words + line.text : line.text;
    // Furniture or other cells between two lines of an entry must not come into its span.
    if (joins && follows(last!, line)) {
      spans[spans.length - 1] = { start: spans.at(-1)!.start, end: line.span.end };
    } else {
      spans.push(line.span);
    }
    last = line;
  }
  return spans;
}

/** Whether a line stands right below another, or beside it in one line. */
const follows = (before: Fragment, line: Fragment): boolean =>
  line.block === before.block || (line.block === before.block + 1 && !line.afterBreak);

/** Whether a line goes on with the entry that ends with `last`. */
function joinsEntry(
  words: string,
  last: Fragment,
  line: Fragment,
  kind: ColumnKind,
  shape: ColumnShape,
  signals: FieldSignals,
): boolean {
  switch (kind) {
    case 'goal':
    case 'measure':
      return line.label === null;
    case 'contact':
      return false;
    case 'unit':
      return joinsUnit(words, last, line, shape, signals);
    default:
      return true;
  }
}

function joinsUnit(
  words: string,
  last: Fragment,
  line: Fragment,
  shape: ColumnShape,
  signals: FieldSignals,
): boolean {
  const { text } = line;
  if (text.startsWith('*')) return false;
  if (/^[（、，）]/.test(text) || OPENED.test(words.slice(-80)) || /[、，]$/.test(words))
    return true;
  // In a list with 、 the last name of a line and the first of the next are looked at.
  const name = words.slice(words.lastIndexOf('、') + 1).replace(/^\*/, '');
  const next = text.split('、', 1)[0]!;
  const known = signals.looksLikeUnit(name);
  const full = shape.width === null || last.width >= shape.width - 1;
  if (NAME_TAIL.test(next)) return !known || signals.looksLikeUnit(name + next);
  if (known && signals.looksLikeUnit(next)) return false;
  if (!known && signals.looksLikeUnit(name + next)) return true;
  return !known && full;
}
