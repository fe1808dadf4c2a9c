import type { Reference, Target, Unit } from '../../../schemas/index.js';
import { bodyAddress } from '../body/body-view.js';
import { doubtsOf } from '../data/doubts.js';
import { partOf } from '../data/facts.js';
import {
  type Body,
  type Chosen,
  type Doc,
  docOf,
  type Judged,
  judgedOf,
  labelOf,
  nameOf,
  type ParameterRow,
  type TargetRow,
  type TaskRow,
  type WarningRow,
} from '../data/model.js';
import { h, shortened, words } from '../element.js';
import type { Page } from '../page.js';
import { decisionBar } from '../review/decision-bar.js';
import { addressOf } from '../route.js';
import { sentenceAt } from '../text/sentence.js';
import { dayWords, deadlineWords, lengthWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { adviceWords, warningWords } from '../words/warnings.js';
import type { Word } from '../words/words.js';
import { passedOver } from './passed.js';
import { amountWords, classOf, targetWords } from './row.js';

/** What is open with every value, each with a way to its place in the text. */
export function detailOf(chosen: Chosen, page: Page): HTMLElement {
  const judged = judgedOf(chosen);
  const shown = judged ?? chosen;
  return h(
    'article',
    { class: `detail ${shown.kind}`, 'aria-label': say('record') },
    h('h2', { class: 'detail-name', tabindex: -1 }, ...headOf(shown)),
    judged && decisionBar(judged, page),
    h('dl', { class: 'facts' }, ...(judged ? judgedFacts(judged, page) : otherFacts(chosen, page))),
    ...passedOver(shown),
    h('p', { class: 'detail-link' }, linkTo(chosen, page)),
  );
}

function headOf(chosen: Chosen): HTMLElement[] {
  const number = chosen.kind === 'task' ? chosen.record.number : null;
  const said = chosen.kind === 'warning' ? warningWords(chosen.record) : nameOf(chosen);
  const name = words(shortened(said || say('untitled'), 300));
  return number === null ? [name] : [words(number, 'number'), name];
}

function judgedFacts(judged: Judged, page: Page): HTMLElement[] {
  const set = page.decisions.set(judged);
  if (judged.kind === 'document') return documentFacts(judged, set);
  return judged.kind === 'task' ? taskFacts(judged, page, set) : targetFacts(judged, page, set);
}

function otherFacts(chosen: Chosen, page: Page): HTMLElement[] {
  if (chosen.kind === 'parameter') return parameterFacts(chosen, page);
  return chosen.kind === 'warning' ? warningFacts(chosen, page) : [];
}

function parameterFacts({ record, task }: ParameterRow, page: Page): HTMLElement[] {
  return [
    ...fact('field_indicator', [record.indicator]),
    ...fact('field_value', [words(amountWords(record), 'chip parameter')]),
    ...fact('class_task', task ? [openButton(task, page)] : [say('document_own')]),
    ...fact('text', [showButton(page, record.at, words(record.raw, 'raw'))]),
    ...fact('field_rule', [record.rule]),
    ...fact('place', [placeWords(record.at)]),
  ];
}

function warningFacts({ record, task, doc }: WarningRow, page: Page): HTMLElement[] {
  const { at, code } = record;
  const raw = at ? doc.text.slice(at.start, at.end) : '';
  return [
    ...fact('field_code', [code]),
    ...fact('field_advice', [adviceWords(code)]),
    ...fact('class_task', task ? [openButton(task, page)] : []),
    ...fact('text', at ? [showButton(page, at, words(shortened(raw, 300), 'raw'))] : []),
    ...fact('place', at ? [placeWords(at)] : []),
  ];
}

const openButton = (task: TaskRow, page: Page): HTMLElement =>
  h(
    'button',
    { class: 'show', type: 'button', on: { click: () => page.open(task) } },
    ...headOf(task),
  );

function taskFacts(row: TaskRow, page: Page, set: Record<string, unknown>): HTMLElement[] {
  const { record, targets } = row;
  const showing = (at: Unit['at'], content: HTMLElement): HTMLElement =>
    showButton(page, at, content);
  return [
    ...fact(
      'field_path',
      record.path.map((heading) => h('div', {}, words(heading))),
    ),
    ...fact('field_part', record.part === null ? [] : [String(record.part)]),
    ...fact(
      'field_units',
      record.units.map((unit, index) =>
        h(
          'span',
          { class: 'unit-line' },
          showing(unit.at, unitElement(unit, row)),
          bodyLink(row.bodies[index] ?? null, page),
        ),
      ),
      set.units,
    ),
    ...fact(
      'field_deadlines',
      record.deadlines.map((deadline) =>
        showing(
          deadline.at,
          h(
            'span',
            { class: 'value' },
            h('span', { class: 'chip deadline' }, deadlineWords(deadline)),
            words(deadline.raw, 'raw'),
            yearTag(deadline.year_basis),
          ),
        ),
      ),
      set.deadlines,
    ),
    ...fact(
      'field_targets',
      targets.map((target) => targetElement(target, page)),
    ),
    ...fact(
      'field_contacts',
      record.contacts.map(({ name, phone, at }) =>
        showing(at, words([name, phone].filter(Boolean).join(' '))),
      ),
      set.contacts,
    ),
    ...fact('field_text', [words(record.text, 'long')], set.text),
    ...fact(
      'field_keywords',
      record.keywords.map((word) => words(word, 'keyword')),
      set.keywords,
    ),
    ...fact(
      'field_doubts',
      doubtsOf(row).map((doubt) => h('span', { class: 'tag inferred' }, say(`doubt_${doubt}`))),
    ),
    ...fact('place', [placeWords(record.at)]),
  ];
}

function unitElement(unit: Unit, row: TaskRow): HTMLElement {
  const part = partOf(row, unit);
  const inferred = part === 'first_listed';
  return h(
    'span',
    { class: 'value' },
    h('span', { class: `chip ${classOf(part)}` }, say(`role_${part}`)),
    words(unit.name),
    unit.canonical !== null && unit.canonical !== unit.name && words(unit.canonical, 'canonical'),
    h('span', { class: 'tag', title: unit.rule }, say(`basis_${unit.basis}` as Word)),
    inferred && h('span', { class: 'tag inferred' }, say('first_listed_tag')),
    unit.inherited && h('span', { class: 'tag inferred' }, say('inherited')),
  );
}

/** The way to the body's own page. */
const bodyLink = (body: Body | null, page: Page): HTMLElement | null =>
  body &&
  h(
    'a',
    { class: 'body-link', href: bodyAddress(page, body), title: labelOf(body) },
    say('view_bodies'),
    ' ›',
  );

const yearTag = (basis: 'explicit' | 'item' | 'document' | null): HTMLElement | null =>
  basis === 'item' || basis === 'document'
    ? h('span', { class: 'tag inferred' }, say(`year_${basis}` as Word))
    : null;

function targetElement(target: TargetRow, page: Page): HTMLElement {
  const status = page.decisions.status(target);
  return h(
    'button',
    {
      class: `show target-value ${status}`,
      type: 'button',
      on: { click: () => page.open(target) },
    },
    words(target.record.indicator || target.record.raw),
    words(targetWords(target.record), 'chip target'),
    status !== 'open' && h('span', { class: `status ${status}` }, say(`status_${status}` as Word)),
  );
}

function targetFacts(row: TargetRow, page: Page, set: Record<string, unknown>): HTMLElement[] {
  const { record, tasks } = row;
  const amount: (keyof Target)[] = ['op', 'value', 'unit', 'by'];
  return [
    ...fact('field_indicator', [words(record.indicator)], set.indicator),
    ...fact(
      'field_value',
      [words(targetWords(record), 'chip target')],
      amount.some((field) => field in set)
        ? amount.map((field) => set[field] ?? record[field]).join(' ')
        : undefined,
    ),
    ...fact(
      'field_units',
      record.units.map((name) => words(name)),
      set.units,
    ),
    ...fact(
      'class_task',
      tasks.length > 0 ? tasks.map((task) => openButton(task, page)) : [say('document_own')],
    ),
    ...fact('text', [showButton(page, record.at, words(record.raw, 'raw'))]),
    ...fact('field_sentence', [words(sentenceAt(row.doc.text, record.at), 'raw')]),
    ...fact('field_rule', [record.rule]),
    ...fact('place', [placeWords(record.at)]),
  ];
}

function documentFacts({ record, copies }: Doc, set: Record<string, unknown>): HTMLElement[] {
  const { coverage, source } = record;
  return [
    ...fact('field_doc_number', [record.doc_number], set.doc_number),
    ...fact('field_issuers', record.issuers, set.issuers),
    ...fact('field_issued_on', [dated(record.issued_on)], set.issued_on),
    ...fact('field_region', [record.region], set.region),
    ...fact('field_genre', [record.genre], set.genre),
    ...fact('field_nature', [say(`nature_${record.nature}` as Word)], set.nature),
    ...fact('field_stage', [say(`stage_${record.stage}` as Word)], set.stage),
    ...fact('field_index_number', [record.index_number], set.index_number),
    ...fact('field_subject', [record.subject], set.subject),
    ...fact('field_published_on', [dated(record.published_on)], set.published_on),
    ...fact('field_effective_on', [dated(record.effective_on)], set.effective_on),
    ...fact('field_expires_on', [dated(record.expires_on)], set.expires_on),
    ...fact('field_valid_for', [record.valid_for && lengthWords(record.valid_for)], set.valid_for),
    ...fact('field_supersedes', record.supersedes.map(citedWords)),
    ...fact('field_source', [source.uri]),
    ...fact('field_copies', copies),
    ...fact('field_coverage', [
      say('coverage_says', {
        attached: coverage.clauses_attached,
        clauses: coverage.clauses,
        loose: coverage.chars_unassigned,
      }),
    ]),
  ];
}

const dated = (day: string | null): string | null => (day === null ? null : dayWords(day));

const citedWords = ({ title, doc_number }: Reference): string =>
  doc_number === null ? title : `${title}（${doc_number}）`;

/** A field and its values; nothing where it has none. `corrected`: what a person set in its place. */
function fact(
  name: Word,
  values: readonly (HTMLElement | string | null)[],
  corrected?: unknown,
): HTMLElement[] {
  const shown = values.filter(
    (value): value is HTMLElement | string => value !== null && value !== '',
  );
  if (shown.length === 0 && corrected === undefined) return [];
  const elements = shown.map((value) =>
    h('div', {}, typeof value === 'string' ? words(value) : value),
  );
  if (corrected !== undefined) {
    elements.push(
      h(
        'div',
        { class: 'corrected' },
        `${say('changed_by_person')} `,
        words(correctedWords(corrected)),
      ),
    );
  }
  return [h('dt', {}, say(name)), h('dd', {}, ...elements)];
}

function correctedWords(value: unknown): string {
  if (!Array.isArray(value)) return value === null ? '–' : String(value);
  return value.map(itemWords).join('、') || '–';
}

function itemWords(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { name, role, raw } = item as { name?: string; role?: Unit['role']; raw?: string };
  return role ? `${name}（${say(`role_${role}` as Word)}）` : (name ?? raw ?? '');
}

function showButton(page: Page, { start, end }: Unit['at'], content: HTMLElement): HTMLElement {
  const show = (): void => page.show(start, end, { pane: 'text' });
  return h(
    'button',
    { class: 'show', type: 'button', title: say('show_in_text'), on: { click: show } },
    content,
  );
}

function placeWords({ page, start, end }: Unit['at']): string {
  const chars = say('chars', { start, end });
  return page === null ? chars : `${say('page_n', { n: page })}，${chars}`;
}

function linkTo(chosen: Chosen, { store }: Page): HTMLElement {
  const href = addressOf({
    ...store.state,
    view: 'review',
    docId: docOf(chosen).id,
    chosen,
  });
  return h('a', { href }, say('link'));
}
