import type { Correction, RecordKind } from '../../../schemas/index.js';
import { nameOf } from '../data/model.js';
import { h, shortened, words } from '../element.js';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';
import type { Conflict } from './decisions.js';

/** What two people say differently, each with the buttons that settle it; nothing where they agree. */
export function conflictList(page: Page): HTMLElement {
  const { conflicts } = page.decisions;
  const place = h('section', { class: 'conflicts', 'aria-label': say('conflicts') });
  if (conflicts.length === 0) return place;
  const all = (whose: 'mine' | 'theirs', word: Word): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        on: {
          click: () => {
            for (const conflict of conflicts) page.decisions.settle(conflict, whose);
          },
        },
      },
      say(word),
    );
  place.append(
    h('h2', {}, say('conflicts_n', { n: conflicts.length })),
    h('p', {}, all('mine', 'keep_all_mine'), ' ', all('theirs', 'take_all_theirs')),
    h('ul', {}, ...conflicts.slice(0, 200).map((conflict) => conflictItem(conflict, page))),
  );
  return place;
}

function conflictItem(conflict: Conflict, page: Page): HTMLElement {
  const [kind, id] = conflict.key.split(' ') as [RecordKind, string];
  const judged = page.dataset.row(kind, id);
  const choose = (whose: 'mine' | 'theirs', word: Word): HTMLElement =>
    h(
      'button',
      { type: 'button', on: { click: () => page.decisions.settle(conflict, whose) } },
      say(word),
    );
  const open = (): void => void (judged && page.open(judged));
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'show', on: { click: open } },
      words(judged ? shortened(nameOf(judged), 120) : id),
    ),
    h(
      'div',
      {},
      `${say('mine')}：`,
      words(decisionWords(conflict.mine)),
      ' ',
      choose('mine', 'keep_mine'),
    ),
    h(
      'div',
      {},
      `${say('theirs')}：`,
      words(decisionWords(conflict.theirs)),
      ' ',
      choose('theirs', 'take_theirs'),
    ),
  );
}

/** A decision in a line: what, which fields, who, when. */
function decisionWords(corrections: readonly Correction[]): string {
  const last = corrections.at(-1);
  if (!last) return '';
  const sets = corrections.flatMap((each) => ('set' in each ? Object.entries(each.set) : []));
  const said = sets.map(([field, value]) => `${fieldName(field)}=${shortValue(value)}`);
  return [
    say(`status_${last.action}`),
    said.join('；'),
    last.note,
    last.made_by,
    last.made_at?.slice(0, 10),
  ]
    .filter(Boolean)
    .join(' · ');
}

const fieldName = (field: string): string => {
  const word = `field_${field}` as Word;
  return say(word) || field;
};

function shortValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortValue).join('、');
  if (typeof value === 'object' && value !== null) {
    const { name, raw } = value as { name?: string; raw?: string };
    return name ?? raw ?? '';
  }
  return shortened(String(value ?? '–'), 60);
}
