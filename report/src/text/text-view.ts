import type { Doc, Row } from '../data/model.js';
import { appendWords, h } from '../element.js';
import { type Chunk, chunksOf } from './chunks.js';
import { selectedIn } from './selected.js';
import { type Piece, piecesOf, type Span, spansOf } from './spans.js';

/** The text of one document as elements, with the way back from elements to places. */
export class TextView {
  readonly element = h('div', { class: 'text-body', lang: 'zh-CN' });
  private readonly chunks: readonly Chunk[];
  private readonly chunkElements: HTMLElement[] = [];
  private readonly starts = new WeakMap<Node, number>();
  private readonly spansAt = new WeakMap<Element, readonly Span[]>();
  private readonly taskElements = new Map<Row, HTMLElement[]>();
  private readonly valueElements = new Map<Row, HTMLElement[]>();
  private marked: HTMLElement[] = [];

  constructor(readonly doc: Doc) {
    this.chunks = chunksOf(doc.text);
    const spans = spansOf(doc);
    let first = 0;
    for (const chunk of this.chunks) {
      while (first < spans.length && isPast(spans[first]!, chunk)) first++;
      const near: Span[] = [];
      for (let index = first; index < spans.length && spans[index]!.start < chunk.end; index++) {
        if (spans[index]!.end > chunk.start) near.push(spans[index]!);
      }
      const element = this.chunkElement(piecesOf(chunk.start, chunk.end, near));
      this.chunkElements.push(element);
    }
    this.element.append(...this.chunkElements);
  }

  /** Marks a record and its values; nothing with null. */
  mark(row: Row | null): void {
    for (const element of this.marked) element.classList.remove('chosen', 'own');
    this.marked = [];
    if (row === null) return;
    const own = this.valueElements.get(row) ?? [];
    const tasks = this.taskElements.get(row) ?? [];
    for (const element of tasks) element.classList.add('chosen');
    for (const element of own) element.classList.add('own');
    this.marked = [...tasks, ...own];
  }

  /** Brings a place into sight and lets it light up. */
  show(start: number, end: number): void {
    const chunk = this.chunkAt(start);
    if (!chunk) return;
    const found = [...chunk.querySelectorAll<HTMLElement>('.piece')].filter((piece) => {
      const from = Number(piece.dataset.start);
      return from >= start && from < end;
    });
    const target = found[0] ?? chunk;
    target.scrollIntoView({ block: 'center' });
    // What lies above is laid out only now, which may move it.
    requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
    for (const element of this.element.querySelectorAll('.lit')) element.classList.remove('lit');
    for (const piece of found) piece.classList.add('lit');
  }

  /** The spans at an element of the text, innermost last. */
  spansOfElement(element: Element): readonly Span[] {
    const piece = element.closest('.piece');
    return (piece && this.spansAt.get(piece)) ?? [];
  }

  /** The stretch of the text that is selected; null where nothing of it is. */
  selected(): { start: number; end: number } | null {
    return selectedIn(this.element, this.starts, this.doc.text);
  }

  private chunkAt(offset: number): HTMLElement | undefined {
    const index = this.chunks.findIndex(({ start, end }) => offset >= start && offset < end);
    return this.chunkElements[index];
  }

  private chunkElement(pieces: readonly Piece[]): HTMLElement {
    const element = h('div', { class: 'chunk' });
    let task: Span | null = null;
    let parent: HTMLElement = element;
    for (const piece of pieces) {
      const inner = piece.spans.filter(({ kind }) => kind === 'task').at(-1) ?? null;
      if (inner !== task) {
        task = inner;
        parent = inner ? this.taskElement(inner) : element;
        if (inner) element.appendChild(parent);
      }
      parent.appendChild(this.pieceElement(piece));
    }
    return element;
  }

  private taskElement({ rows }: Span): HTMLElement {
    const element = h('span', { class: 'task' });
    for (const row of rows) listed(this.taskElements, row).push(element);
    return element;
  }

  private pieceElement({ start, end, spans }: Piece): HTMLElement {
    const values = spans.filter(({ kind }) => kind !== 'task');
    const kinds = values.map(({ kind }) => kind).join(' ');
    const element = h(values.length > 0 ? 'mark' : 'span', {
      class: `piece ${kinds}`.trim(),
      'data-start': start,
    });
    appendWords(element, this.doc.text.slice(start, end), (node, offset) => {
      this.starts.set(node, start + offset);
    });
    if (spans.length > 0) this.spansAt.set(element, spans);
    for (const { rows } of values) {
      for (const row of rows) listed(this.valueElements, row).push(element);
    }
    return element;
  }
}

/** A span that ends before a chunk begins; tasks may be long, so only short ones are passed over. */
const isPast = (span: Span, { start }: Chunk): boolean => span.end <= start;

function listed(map: Map<Row, HTMLElement[]>, row: Row): HTMLElement[] {
  const known = map.get(row);
  if (known) return known;
  const list: HTMLElement[] = [];
  map.set(row, list);
  return list;
}
