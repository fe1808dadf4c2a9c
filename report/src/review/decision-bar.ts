import { type Judged, nameOf } from '../data/model.js';
import { h } from '../element.js';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';

/** The buttons by which a person decides on a record, and what was decided. */
export function decisionBar(judged: Judged, page: Page): HTMLElement {
  const { decisions } = page;
  const status = decisions.status(judged);
  const button = (word: Word, pressed: boolean, act: () => void): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: `decide ${word}`,
        'aria-pressed': String(pressed),
        on: { click: act },
      },
      say(word),
    );
  return h(
    'div',
    { class: 'decision-bar', role: 'group', 'aria-label': say('decisions') },
    button('accept', status === 'accept', () => decide(page, judged, 'accept')),
    button('correct', status === 'set', () => page.store.set({ editing: true })),
    judged.kind !== 'document' &&
      button('reject', status === 'reject', () => decide(page, judged, 'reject')),
    status !== 'open' &&
      h(
        'button',
        { type: 'button', class: 'decide undo', on: { click: () => decide(page, judged, 'undo') } },
        say('undo'),
      ),
    h('span', { class: `status ${status}` }, say(`status_${status}` as Word)),
  );
}

/** Decides on a record, or takes a decision back, and says so. */
export function decide(page: Page, judged: Judged, how: 'accept' | 'reject' | 'undo'): void {
  if (how === 'undo') page.decisions.undo(judged);
  else page.decisions[how](judged, page.reviewer());
  page.announce(say(`status_${page.decisions.status(judged)}` as Word));
}

/** Takes the last decision back, on whatever record, and opens that record. */
export function undoLast(page: Page): void {
  const taken = page.decisions.undoLast();
  const judged = taken && page.dataset.row(taken.kind, taken.id);
  if (judged) page.open(judged);
  page.announce(judged ? say('undone', { name: nameOf(judged) }) : say('nothing_to_undo'));
}
