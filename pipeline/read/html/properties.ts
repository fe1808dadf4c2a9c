import { PAGE_LABELS } from '../../model/page-labels.js';
import { ancestry, type ElementNode, isElement, squeeze } from './dom.js';
import { isHidden } from './hidden.js';
import type { Weights } from './weights.js';

/** A label of the page's head with its value, both as printed less the label's spaces. */
export interface PageProperty {
  readonly label: string;
  readonly value: string;
}

const SPACES = '[\\s\\u00a0\\u3000]*';
/** Longer labels first, so that 发布日期 is not read as part of another. */
const SPACED_LABELS = [...PAGE_LABELS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => [...label].join(SPACES))
  .join('|');
const OPENING = new RegExp(`^[【[]?(?:${SPACED_LABELS})[\\]】]?${SPACES}(?:[：:]|$)`);
/** Labels in mid-line stand behind white space and have their colon. */
const LABELS_IN_LINE = new RegExp(
  `(?:^|(?<=[\\s\\u00a0\\u3000|；;]))[【[]?(${SPACED_LABELS})[\\]】]?${SPACES}[：:]`,
  'g',
);
const WHOLE_LABEL = new RegExp(`^[【[]?(${SPACED_LABELS})[\\]】]?$`);

/** Fewer labels are no head of a page. */
export const FEWEST_LABELS = 3;
const LONGEST_LABEL_TEXT = 80;
/** Words that a table of properties may hold for each of its labels, a title among them. */
const WORDS_A_LABEL = 50;
const MOST_WORDS = 1500;
/** Running text from which a page has an article; what holds most of it is no table of properties. */
const SHORTEST_TEXT = 50;

/**
 * The elements (a table, a list, a row of divs) that hold the page's properties: 索引号, 主题分类,
 * 发文机关 …, three labels or more and little else.
 */
export function propertyElements(root: ElementNode, weights: Weights): ElementNode[] {
  const labels = new Map<ElementNode, Set<string>>();
  const labelled = new Set<ElementNode>();
  collectLabels(root, (element, label) => {
    labelled.add(element);
    for (const outer of ancestry(element)) {
      if (weights.of(outer).words > MOST_WORDS) break;
      const own = labels.get(outer) ?? new Set();
      labels.set(outer, own.add(label));
    }
  });
  const whole = weights.of(root).running;
  const isTable = (element: ElementNode): boolean => {
    const count = labels.get(element)?.size ?? 0;
    const { words, running } = weights.of(element);
    const holdsText = whole >= SHORTEST_TEXT && running * 2 > whole;
    return count >= FEWEST_LABELS && words <= (count + 1) * WORDS_A_LABEL && !holdsText;
  };
  const found = new Set<ElementNode>();
  for (const element of labelled) {
    const tables = [...ancestry(element)].filter(isTable);
    const { running } = weights.of(tables[0] ?? root);
    const outermost = tables.filter((table) => weights.of(table).running === running).at(-1);
    if (outermost) found.add(outermost);
  }
  return [...found];
}

function collectLabels(
  element: ElementNode,
  note: (element: ElementNode, label: string) => void,
): void {
  if (isHidden(element)) return;
  for (const child of element.children) {
    if (isElement(child)) collectLabels(child, note);
    else if (child.type === 'text' && child.data.length <= LONGEST_LABEL_TEXT * 4) {
      const text = squeeze(child.data);
      if (text.length > LONGEST_LABEL_TEXT) continue;
      const match = OPENING.exec(text);
      if (match) note(element, match[0].replace(/[【[\]】：:]/g, ''));
    }
  }
}

/** Whether words begin with a label of the page's head and its colon, or are nothing else. */
export const opensProperty = (words: string): boolean => OPENING.test(squeeze(words));

/** Labels and values in the lines of such an element; a value stands behind its label or below it. */
export function propertiesIn(lines: readonly string[]): PageProperty[] {
  const found: PageProperty[] = [];
  let open: string | null = null;
  const close = (value: string): void => {
    const words = value.trim();
    if (open !== null && words !== '') found.push({ label: open, value: words });
    if (words !== '') open = null;
  };
  for (const line of lines) {
    const whole = WHOLE_LABEL.exec(line.trim());
    if (whole) {
      open = squeeze(whole[1]!);
      continue;
    }
    let from = 0;
    for (const match of line.matchAll(LABELS_IN_LINE)) {
      close(line.slice(from, match.index));
      open = squeeze(match[1]!);
      from = match.index + match[0].length;
    }
    close(line.slice(from));
  }
  return found.filter(
    ({ label }, index) => found.findIndex((property) => property.label === label) === index,
  );
}
