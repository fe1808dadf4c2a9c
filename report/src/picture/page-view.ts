import type { PackedPage } from '../../payload.js';
import type { Doc } from '../data/model.js';
import { blanked } from '../element.js';
import type { Span } from '../text/spans.js';
import { say } from '../words/language.js';
import {
  offsetAt,
  type PlacedRun,
  type Rectangle,
  rectanglesOf,
  runsOf,
  type Stretch,
} from './page-places.js';

/** Tenths of a point by which a box reaches beyond its words. */
const MARGIN = 12;
/** Characters of words that are warned of. */
const LONGEST_WARNING = 200;
/** Share of a line's height above the baseline. */
const ASCENT = 0.82;

const SVG = 'http://www.w3.org/2000/svg';

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** One page as a picture: what the file draws, a box round each value, and the words to be selected. */
export class PageView {
  readonly element: SVGSVGElement;
  /** Places of the text's characters on it. */
  readonly runs: readonly PlacedRun[];
  private readonly lit = svg('g', { class: 'lit-boxes' });

  constructor(
    doc: Doc,
    page: PackedPage,
    spans: readonly Span[],
    onText: (node: Text, start: number) => void,
  ) {
    this.runs = runsOf(page);
    const { width, height, file } = page;
    const box = { viewBox: `0 0 ${width} ${height}` };
    this.element = svg('svg', { ...box, class: 'page-sheet', role: 'img' }) as SVGSVGElement;
    this.element.setAttribute('aria-label', say('picture_of', { n: page.page }));
    if (file) this.element.append(svg('image', { href: file, x: 0, y: 0, width, height }));
    for (const line of boxesOf(page.rulings ?? [])) {
      this.element.append(svg('rect', { ...thick(line), class: 'ruling' }));
    }
    const boxes = svg('g', { class: 'boxes' });
    for (const span of spans) {
      if (span.kind === 'task' || isOfPage(span)) continue;
      for (const rectangle of rectanglesOf(this.runs, span)) {
        boxes.append(
          svg('rect', {
            ...widened(rectangle),
            class: `box ${span.kind}`,
            'data-start': span.start,
            'data-end': span.end,
          }),
        );
      }
    }
    this.element.append(boxes, this.lit, this.wordsOf(doc, page, onText));
  }

  /** Lights up stretches of the text, the last ones strongest; the first rectangle of these. */
  light(tasks: readonly Stretch[], values: readonly Stretch[], shown: Stretch | null): void {
    const rects = (kind: string, stretches: readonly Stretch[]): SVGElement[] =>
      stretches
        .flatMap((stretch) => rectanglesOf(this.runs, stretch))
        .map((box) => svg('rect', { ...widened(box), class: kind }));
    this.lit.replaceChildren(
      ...rects('task-box', tasks),
      ...rects('own-box', values),
      ...rects('shown-box', shown ? [shown] : []),
    );
  }

  /** The character of the text at a point of the screen. */
  offsetAt(x: number, y: number): number | null {
    const matrix = this.element.getScreenCTM();
    if (!matrix) return null;
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    return offsetAt(this.runs, point.x, point.y);
  }

  private wordsOf(
    doc: Doc,
    { words }: PackedPage,
    onText: (node: Text, start: number) => void,
  ): SVGElement {
    const group = svg('g', { class: words ? 'words shown' : 'words', lang: 'zh-CN' });
    for (const { start, end, box, runsDown } of this.runs) {
      const size = runsDown ? box.height / (end - start) : box.height;
      const attributes = runsDown
        ? { x: box.x + box.width / 2, y: box.y, 'writing-mode': 'vertical-rl' }
        : { x: box.x, y: box.y + box.height * ASCENT };
      const length = { textLength: Math.max(1, runsDown ? box.height : box.width) };
      const element = svg('text', {
        ...attributes,
        ...length,
        'font-size': size,
        lengthAdjust: 'spacingAndGlyphs',
      });
      const node = document.createTextNode(blanked(doc.text.slice(start, end)));
      onText(node, start);
      element.append(node);
      group.append(element);
    }
    return group;
  }
}

/** A warning that says something of a whole page, and not of words on it. */
const isOfPage = ({ kind, start, end }: Span): boolean =>
  kind === 'warning' && end - start > LONGEST_WARNING;

/** Boxes of lines, four numbers each. */
function* boxesOf(numbers: readonly number[]): Generator<Rectangle> {
  for (let at = 0; at + 4 <= numbers.length; at += 4) {
    const [x0, top, x1, bottom] = numbers.slice(at, at + 4) as [number, number, number, number];
    yield { x: x0, y: top, width: x1 - x0, height: bottom - top };
  }
}

/** A line is at least so thick that it can be seen. */
const thick = ({ x, y, width, height }: Rectangle): Record<keyof Rectangle, number> => ({
  ...{ x, y },
  width: Math.max(width, 5),
  height: Math.max(height, 5),
});

const widened = ({ x, y, width, height }: Rectangle): Record<keyof Rectangle, number> => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});
