import { h, shortened, words } from '../element.js';
import { NO_FILTER } from '../filters/filter.js';
import type { Page } from '../page.js';
import { VirtualList } from '../records/virtual-list.js';
import { conflictList } from '../review/conflicts.js';
import { grouped, say } from '../words/language.js';
import { type AttentionGroup, type AttentionItem, attentionGroups } from './groups.js';

const ROW_HEIGHT = 66;
const MOST = 140;

/** The page of what needs eyes: its kinds with their counts, and one kind's list. */
export class AttentionView {
  readonly element: HTMLElement;
  private readonly kinds = h('ul', { class: 'kinds' });
  private readonly empty = h('p', { class: 'nothing' }, say('attention_none'));
  private readonly conflicts = h('div');
  private readonly through: HTMLElement;
  private readonly list: VirtualList<AttentionItem>;
  private groups: AttentionGroup[] = [];
  private open: AttentionGroup['title'] | null = null;

  constructor(private readonly page: Page) {
    this.list = new VirtualList<AttentionItem>({
      id: 'attention-list',
      label: say('view_attention'),
      rowHeight: ROW_HEIGHT,
      draw: itemElement,
      onChoose: (item) => this.follow(item),
    });
    this.through = h(
      'button',
      { type: 'button', class: 'through', on: { click: () => this.goThrough() } },
      say('triage_start'),
    );
    this.element = h(
      'div',
      { class: 'attention' },
      h(
        'nav',
        { 'aria-label': say('attention_groups') },
        h('p', { class: 'intro' }, say('attention_intro')),
        this.kinds,
      ),
      h(
        'div',
        { class: 'attention-items' },
        this.conflicts,
        this.through,
        this.empty,
        this.list.element,
      ),
    );
  }

  /** Draws the kinds and the open one's list anew. */
  update(): void {
    this.groups = attentionGroups(this.page.dataset, this.page.decisions);
    const first = this.groups.find(({ items }) => items.length > 0) ?? this.groups[0];
    this.open ??= first?.title ?? null;
    this.kinds.replaceChildren(...this.groups.map((group) => this.kind(group)));
    this.conflicts.replaceChildren(conflictList(this.page));
    this.through.hidden = this.open !== 'attention_triage';
    const items = this.groups.find(({ title }) => title === this.open)?.items ?? [];
    this.empty.hidden = items.length > 0;
    this.list.element.hidden = items.length === 0;
    this.list.put(items, -1);
  }

  private kind({ title, items }: AttentionGroup): HTMLElement {
    const choose = (): void => {
      this.open = title;
      this.update();
      this.kinds.querySelector<HTMLElement>('[aria-current]')?.focus();
    };
    const button = h(
      'button',
      {
        type: 'button',
        'aria-current': title === this.open ? 'true' : undefined,
        class: items.length === 0 ? 'none' : '',
        on: { click: choose },
      },
      h('span', {}, say(title)),
      h('span', { class: 'count' }, grouped(items.length)),
    );
    return h('li', {}, button);
  }

  /** The list in the order of doubt, its first record open: from there on it goes by keys. */
  private goThrough(): void {
    const first = this.groups.find(({ title }) => title === 'attention_triage')?.items[0]?.opens;
    const filter = { ...NO_FILTER, sort: 'doubt' };
    if (first) this.page.open(first, { filter });
  }

  private follow({ opens, place }: AttentionItem): void {
    if (opens) this.page.open(opens);
    else if (place) {
      const { doc, at } = place;
      const pane = 'text' as const;
      this.page.show(at.start, at.end, { view: 'review', docId: doc.id, chosen: doc, pane });
    }
  }
}

const itemElement = ({ name, says }: AttentionItem): HTMLElement =>
  h(
    'div',
    { class: 'attention-row' },
    h('div', { class: 'record-name' }, words(shortened(name, MOST))),
    h('div', { class: 'says' }, words(shortened(says, MOST))),
  );
