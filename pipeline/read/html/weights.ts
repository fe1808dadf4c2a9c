import type { ElementNode } from './dom.js';
import { isElement, squeeze } from './dom.js';
import { isHidden } from './hidden.js';

/** What an element holds, all that is in it counted; in characters without white space. */
export interface Weight {
  readonly words: number;
  /** Of these, in links. */
  readonly linked: number;
  /** Of these, in running text: pieces with a sentence's marks, not in links; cells of data. */
  readonly running: number;
}

/** Weighs every element of a page in one walk. */
export class Weights {
  private readonly known = new Map<ElementNode, Weight>();

  /**
   * @param isData asked for each element once all in it is weighed, inner ones first: whether it
   *   is a table of data, whose words count as running text
   */
  constructor(
    root: ElementNode,
    private readonly isData: (element: ElementNode, weights: Weights) => boolean,
  ) {
    this.weigh(root, false);
  }

  of(element: ElementNode): Weight {
    return this.known.get(element) ?? NOTHING;
  }

  private weigh(element: ElementNode, linked: boolean): Weight {
    if (isHidden(element)) return NOTHING;
    const inLink = linked || (element.name === 'a' && element.attribs.href !== undefined);
    const sum = { words: 0, linked: 0, running: 0 };
    for (const child of element.children) {
      const weight =
        child.type === 'text'
          ? weightOfText(child.data, inLink)
          : isElement(child)
            ? this.weigh(child, inLink)
            : NOTHING;
      sum.words += weight.words;
      sum.linked += weight.linked;
      sum.running += weight.running;
    }
    this.known.set(element, sum);
    if (this.isData(element, this)) sum.running = sum.words - sum.linked;
    return sum;
  }
}

const NOTHING: Weight = { words: 0, linked: 0, running: 0 };
const SHORTEST_RUNNING = 8;
const SENTENCE_MARK = /[。；，]/;

function weightOfText(data: string, linked: boolean): Weight {
  const text = squeeze(data);
  const words = text.length;
  if (words === 0) return NOTHING;
  if (linked) return { words, linked: words, running: 0 };
  const running = words >= SHORTEST_RUNNING && SENTENCE_MARK.test(text) ? words : 0;
  return { words, linked: 0, running };
}
