import type { DocumentRecord, Target, Task } from '../../../schemas/index.js';
import type { Judged } from '../data/model.js';
import { nameOf } from '../data/model.js';
import { h, MOST_DRAWN, shortened, words } from '../element.js';
import type { Page } from '../page.js';
import { passedOver } from '../records/passed.js';
import { OPERATORS } from '../records/row.js';
import { say } from '../words/language.js';
import {
  checkField,
  choiceField,
  dateField,
  type Field,
  lineField,
  namesField,
  numberField,
  textField,
  wordsField,
} from './fields.js';
import { deadlinesField, unitsField } from './value-fields.js';

type Fields = Readonly<Record<string, Field>>;

/** A form to correct a record with. Only what is changed in it becomes part of the correction. */
export function editorOf(judged: Judged, page: Page): HTMLElement {
  const now = { ...judged.record, ...page.decisions.set(judged) };
  const fields = fieldsOf(judged, now, page);
  const note = lineField('note', null);
  const opened = valuesOf(fields);
  const close = (): void => page.store.set({ editing: false });
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = valuesOf(fields);
    const changed = Object.keys(values).filter(
      (name) => JSON.stringify(values[name]) !== JSON.stringify(opened[name]),
    );
    if (changed.length > 0) {
      const set = Object.fromEntries(changed.map((name) => [name, values[name]]));
      page.decisions.correct(judged, set, note.value() as string | null, page.reviewer());
      page.announce(say('status_set'));
    }
    close();
  };
  return h(
    'form',
    { class: 'editor', 'aria-label': say('correct'), on: { submit: save } },
    h(
      'h2',
      { class: 'detail-name', tabindex: -1 },
      say('correct_record'),
      words(shortened(nameOf(judged), 300)),
    ),
    ...Object.values(fields).map(({ element }) => element),
    ...passedOver(judged),
    note.element,
    h(
      'div',
      { class: 'decision-bar' },
      h('button', { type: 'submit', class: 'decide save' }, say('save')),
      h('button', { type: 'button', class: 'decide', on: { click: close } }, say('cancel')),
    ),
  );
}

const valuesOf = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value()]));

function fieldsOf(judged: Judged, now: object, page: Page): Fields {
  if (judged.kind === 'task') return taskFields(now as Task, page);
  return judged.kind === 'target'
    ? targetFields(now as Target)
    : documentFields(now as DocumentRecord);
}

/** Words without an end cannot be put into a field; nobody would correct them there. */
const fits = (value: string): boolean => value.length <= MOST_DRAWN;

const taskFields = (task: Task, page: Page): Fields => ({
  number: lineField('field_number', task.number),
  ...(fits(task.title) ? { title: wordsField('field_title', task.title) } : {}),
  units: unitsField(task, page),
  et_al: checkField('field_et_al', task.et_al),
  deadlines: deadlinesField(task.deadlines, page),
  ...(fits(task.text) ? { text: textField('field_text', task.text) } : {}),
});

const targetFields = (target: Target): Fields => ({
  indicator: wordsField('field_indicator', target.indicator),
  op: choiceField(
    'field_op',
    target.op,
    Object.entries(OPERATORS).map(([op, word]) => [op, say(word)]),
  ),
  value: numberField('field_value', target.value),
  unit: lineField('field_unit', target.unit),
  by: dateField('field_by', target.by),
  units: namesField('field_units', target.units),
});

const NATURES = [
  'directive',
  'regulation',
  'announcement',
  'guide',
  'report',
  'reply',
  'news',
  'list',
  'other',
] as const satisfies readonly DocumentRecord['nature'][];

const documentFields = (record: DocumentRecord): Fields => ({
  title: wordsField('field_title', record.title),
  doc_number: lineField('field_doc_number', record.doc_number),
  issuers: namesField('field_issuers', record.issuers),
  issued_on: dateField('field_issued_on', record.issued_on),
  region: lineField('field_region', record.region),
  genre: lineField('field_genre', record.genre),
  nature: choiceField(
    'field_nature',
    record.nature,
    NATURES.map((nature) => [nature, say(`nature_${nature}`)]),
  ),
  effective_on: dateField('field_effective_on', record.effective_on),
  expires_on: dateField('field_expires_on', record.expires_on),
  stage: choiceField('field_stage', record.stage, [
    ['final', say('stage_final')],
    ['draft', say('stage_draft')],
  ]),
});
