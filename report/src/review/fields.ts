import { h } from '../element.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';

/** A field of a form: what it looks like, and what it holds now. */
export interface Field {
  readonly element: HTMLElement;
  value(): unknown;
}

let count = 0;

/** A label and the control that it names. */
export function labelled(word: Word, control: HTMLElement): HTMLElement {
  const id = `field-${++count}`;
  control.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, say(word)), control);
}

/** Words on one line; empty is null. */
export function lineField(word: Word, value: string | null): Field {
  const input = h('input', { type: 'text', lang: 'zh-CN' });
  input.value = value ?? '';
  return { element: labelled(word, input), value: () => input.value.trim() || null };
}

/** Words on one line; empty stays empty. */
export function wordsField(word: Word, value: string): Field {
  const { element, value: read } = lineField(word, value);
  return { element, value: () => read() ?? '' };
}

export function textField(word: Word, value: string): Field {
  const input = h('textarea', { rows: 5, lang: 'zh-CN' });
  input.value = value;
  return { element: labelled(word, input), value: () => input.value };
}

/** A calendar day; empty is null. */
export function dateField(word: Word, value: string | null): Field {
  const input = h('input', { type: 'date' });
  input.value = value ?? '';
  return { element: labelled(word, input), value: () => input.value || null };
}

export function numberField(word: Word, value: number): Field {
  const input = h('input', { type: 'number', step: 'any', required: true });
  input.value = String(value);
  return { element: labelled(word, input), value: () => input.valueAsNumber };
}

export function checkField(word: Word, value: boolean): Field {
  const input = h('input', { type: 'checkbox' });
  input.checked = value;
  return { element: labelled(word, input), value: () => input.checked };
}

/** A choice of a few; `options` are values with the words for them. */
export function choiceField(
  word: Word,
  value: string,
  options: readonly (readonly [string, string])[],
): Field {
  const select = selectOf(value, options);
  return { element: labelled(word, select), value: () => select.value };
}

export function selectOf(
  value: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  const select = h(
    'select',
    {},
    ...options.map(([key, said]) => h('option', { value: key }, said)),
  );
  select.value = value;
  return select;
}

/** A list of names, one a line. */
export function namesField(word: Word, names: readonly string[]): Field {
  const input = h('textarea', { rows: 3, lang: 'zh-CN' });
  input.value = names.join('\n');
  const value = (): string[] =>
    input.value
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
  return { element: labelled(word, input), value };
}
