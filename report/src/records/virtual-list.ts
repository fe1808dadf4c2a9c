import { h } from '../element.js';

/** Rows that are drawn beyond what is in sight, above and below. */
const BEYOND = 8;

export interface VirtualListOptions<Item> {
  readonly label: string;
  readonly id: string;
  /** Height of every row, CSS pixels. */
  readonly rowHeight: number;
  readonly draw: (item: Item) => HTMLElement;
  readonly onChoose: (item: Item) => void;
}

/**
 * A list of any length of which only the rows in sight are elements: one stop of the tab key, then
 * arrows, page, home and end move the choice.
 */
export class VirtualList<Item> {
  readonly element: HTMLElement;
  private readonly space = h('div', { class: 'rows-space', role: 'presentation' });
  private items: readonly Item[] = [];
  private chosen = -1;
  private drawn = new Map<number, HTMLElement>();
  private pending = false;

  constructor(private readonly options: VirtualListOptions<Item>) {
    this.element = h(
      'div',
      {
        class: 'rows',
        id: options.id,
        role: 'listbox',
        tabindex: 0,
        'aria-label': options.label,
        on: {
          scroll: () => this.plan(),
          keydown: (event: KeyboardEvent) => this.key(event),
          click: (event: MouseEvent) => this.click(event),
        },
      },
      this.space,
    );
    new ResizeObserver(() => this.plan()).observe(this.element);
  }

  /** Puts other items in; `chosen` is the index of the chosen one, or -1. */
  put(items: readonly Item[], chosen: number): void {
    this.items = items;
    this.chosen = chosen;
    this.space.style.height = `${items.length * this.options.rowHeight}px`;
    this.redraw();
    if (chosen >= 0) this.reveal(chosen);
  }

  /** Draws the rows in sight anew, as what they show has changed. */
  redraw(): void {
    for (const element of this.drawn.values()) element.remove();
    this.drawn.clear();
    this.draw();
  }

  choose(index: number): void {
    this.chosen = index;
    this.redraw();
    if (index >= 0) this.reveal(index);
  }

  private reveal(index: number): void {
    const { rowHeight } = this.options;
    const { scrollTop, clientHeight } = this.element;
    const top = index * rowHeight;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + rowHeight > scrollTop + clientHeight) {
      this.element.scrollTop = top + rowHeight - clientHeight;
    }
    this.draw();
  }

  private plan(): void {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.draw();
    });
  }

  private draw(): void {
    const { rowHeight } = this.options;
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - BEYOND);
    const last = Math.min(
      this.items.length,
      Math.ceil((scrollTop + clientHeight) / rowHeight) + BEYOND,
    );
    for (const [index, element] of this.drawn) {
      if (index >= first && index < last) continue;
      element.remove();
      this.drawn.delete(index);
    }
    for (let index = first; index < last; index++) {
      if (this.drawn.has(index)) continue;
      const row = this.row(index);
      this.drawn.set(index, row);
      this.space.appendChild(row);
    }
    const active = this.drawn.get(this.chosen);
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  private row(index: number): HTMLElement {
    const row = h(
      'div',
      {
        class: `row${index === this.chosen ? ' chosen' : ''}`,
        id: `${this.options.id}-${index}`,
        role: 'option',
        'aria-selected': String(index === this.chosen),
        'aria-posinset': index + 1,
        'aria-setsize': this.items.length,
        'data-index': index,
      },
      this.options.draw(this.items[index]!),
    );
    row.style.transform = `translateY(${index * this.options.rowHeight}px)`;
    row.style.height = `${this.options.rowHeight}px`;
    return row;
  }

  private click(event: MouseEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const item = row && this.items[Number(row.dataset.index)];
    if (item !== undefined && item !== null) this.options.onChoose(item);
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.options.rowHeight) - 1);
    const last = this.items.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.chosen + 1,
      ArrowUp: this.chosen < 0 ? last : this.chosen - 1,
      PageDown: this.chosen + page,
      PageUp: this.chosen - page,
      Home: 0,
      End: last,
      Enter: Math.max(0, this.chosen),
    };
    const move = moves[event.key];
    if (move === undefined || last < 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.options.onChoose(this.items[Math.min(last, Math.max(0, move))]!);
  }
}
