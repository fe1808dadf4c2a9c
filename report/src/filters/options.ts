import { INFERENCES, PARTS } from '../data/facts.js';
import { type Body, type Dataset, labelOf, nameOf } from '../data/model.js';
import { h, plain, shortened } from '../element.js';
import { KINDS } from '../page.js';
import { say } from '../words/language.js';
import { codeWords } from '../words/warnings.js';
import type { Word } from '../words/words.js';
import { SORTS } from './sort.js';
import { MONEY, measuresIn } from './values.js';

/** Bodies that the box of bodies offers, the busiest first. */
const OFFERED = 400;

type Options = readonly (readonly [value: string, said: string])[];

const optionsOf = (options: Options): HTMLElement[] =>
  options.map(([value, said]) => h('option', { value }, plain(said)));

/** A choice of which the first is that of everything. */
export const choice = (options: Options, first: Word = 'all'): HTMLSelectElement =>
  h('select', {}, h('option', { value: '' }, say(first)), ...optionsOf(options));

const wordOptions = (prefix: string, keys: readonly string[]): Options =>
  keys.map((key) => [key, say(`${prefix}_${key}` as Word)]);

export const kindChoice = (): HTMLSelectElement => choice(wordOptions('kinds', KINDS), 'kinds_all');
export const roleChoice = (): HTMLSelectElement =>
  choice(wordOptions('part', ['any_lead', ...PARTS]));
export const statusChoice = (): HTMLSelectElement =>
  choice(wordOptions('status', ['open', 'accept', 'set', 'reject']));
export const whenChoice = (): HTMLSelectElement =>
  choice(wordOptions('when', ['running', 'recurring', 'none']), 'when_ends');
export const sortChoice = (): HTMLSelectElement => choice(wordOptions('sort', SORTS), 'sort_text');

export const docChoice = ({ docs }: Dataset): HTMLSelectElement =>
  choice(docs.map((doc) => [doc.id, shortened(nameOf(doc), 60)]));

/** Units that are offered, the commonest. */
const MEASURES = 60;

export const measureChoice = ({ rowsOf }: Dataset): HTMLSelectElement =>
  choice(
    measuresIn([...rowsOf('target'), ...rowsOf('parameter')])
      .slice(0, MEASURES)
      .map((unit) => [unit, unit === MONEY ? say('measure_money') : unit]),
  );

export const regionChoice = ({ docs }: Dataset): HTMLSelectElement =>
  choice(
    [...new Set(docs.flatMap((doc) => doc.record.region ?? []))]
      .sort()
      .map((region) => [region, region]),
  );

export const natureChoice = ({ docs }: Dataset): HTMLSelectElement =>
  choice(wordOptions('nature', [...new Set(docs.map((doc) => doc.record.nature))].sort()));

/** Codes of warnings, and ways in which something was inferred. */
export function markChoice({ docs }: Dataset): HTMLSelectElement {
  const codes = new Set(docs.flatMap((doc) => doc.record.warnings.map(({ code }) => code)));
  const group = (word: Word, options: Options): HTMLElement =>
    h('optgroup', { label: say(word) }, ...optionsOf(options));
  return h(
    'select',
    {},
    h('option', { value: '' }, say('all')),
    codes.size > 0 &&
      group(
        'warnings_group',
        [...codes].sort().map((code) => [code, codeWords(code)]),
      ),
    group(
      'inferences_group',
      INFERENCES.map((how) => [how, say(how)]),
    ),
  );
}

/** The busiest bodies by the labels that tell them apart. */
export function offeredBodies({ docs, bodies }: Dataset): readonly Body[] {
  const counts = new Map<Body, number>();
  for (const doc of docs) {
    for (const task of doc.tasks) {
      for (const body of new Set(task.bodies)) {
        if (body !== null) counts.set(body, (counts.get(body) ?? 0) + 1);
      }
    }
  }
  const count = (body: Body): number => counts.get(body) ?? 0;
  return [...bodies]
    .filter((body) => count(body) > 0)
    .sort((a, b) => count(b) - count(a) || (labelOf(a) < labelOf(b) ? -1 : 1))
    .slice(0, OFFERED);
}
