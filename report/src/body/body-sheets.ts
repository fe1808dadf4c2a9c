import { narrowedTo } from '../charts/narrowed.js';
import { PARTS, type Part, partsOf } from '../data/facts.js';
import {
  type Body,
  labelOf,
  nameOf,
  type ParameterRow,
  type Row,
  type TargetRow,
  type TaskRow,
} from '../data/model.js';
import type { Filter } from '../filters/filter.js';
import type { Page } from '../page.js';
import { amountWords } from '../records/row.js';
import { addressOf } from '../route.js';
import { byWords, dayWords, deadlineWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { daysOfQuarter, quarterOf } from './quarters.js';
import { type Cell, cell, type Sheet } from './sheets.js';

/** What a body is named for, under the filters that are set. */
export interface BodyRecords {
  readonly tasks: readonly TaskRow[];
  readonly targets: readonly TargetRow[];
  readonly parameters: readonly ParameterRow[];
}

/** The filter that makes a list one of this body. */
export const ofBody = (body: Body, change: Partial<Filter> = {}): Partial<Filter> => ({
  unit: '',
  body: body.id,
  ...change,
});

export function recordsOf(page: Page, body: Body): BodyRecords {
  const of = (kind: string): readonly Row[] => page.rowsWith(ofBody(body, { kind }));
  return {
    tasks: of('task') as readonly TaskRow[],
    targets: of('target') as readonly TargetRow[],
    parameters: of('parameter') as readonly ParameterRow[],
  };
}

/** Tasks due in each quarter by the body's part, and those without a last day. */
export function quarterSheet(page: Page, body: Body, { tasks }: BodyRecords): Sheet {
  const counts = new Map<string, Map<Part | 'all', number>>();
  for (const task of tasks) {
    const ends = task.record.deadlines.flatMap(({ end }) => end ?? []);
    const quarters = new Set(ends.length === 0 ? [''] : ends.map(quarterOf));
    for (const quarter of quarters) {
      const counted = counts.get(quarter) ?? new Map<Part | 'all', number>();
      for (const part of [...partsOf(task, body), 'all' as const]) {
        counted.set(part, (counted.get(part) ?? 0) + 1);
      }
      counts.set(quarter, counted);
    }
  }
  const rows = [...counts]
    .sort(([a], [b]) => ((a || '9999') < (b || '9999') ? -1 : 1))
    .map(([quarter, counted]) => [
      cell(quarterWords(quarter)),
      ...[...PARTS, 'all' as const].map((part) => {
        const n = counted.get(part) ?? 0;
        const role = part === 'all' ? {} : { role: part };
        const change = ofBody(body, { kind: 'task', ...role, ...daysOf(quarter) });
        return n === 0 ? cell(0) : cell(n, narrowedTo(page, change));
      }),
    ]);
  return {
    title: say('body_quarters'),
    heads: [say('body_quarter'), ...PARTS.map((part) => say(`part_${part}`)), say('body_all_n')],
    rows,
  };
}

const daysOf = (quarter: string): Partial<Filter> =>
  quarter === '' ? { from: '', to: '', when: 'none' } : { ...daysOfQuarter(quarter), when: '' };

function quarterWords(quarter: string): string {
  const [year = '', n = ''] = quarter.split('Q');
  return quarter === '' ? say('no_end') : say('quarter_n', { year, n });
}

/** The body's tasks, targets and parameters, a table each. */
export function recordSheets(page: Page, body: Body, records: BodyRecords): Sheet[] {
  const place = (row: Row): Cell[] => [
    cell(nameOf(row.doc), opens(page, row.doc)),
    cell(row.doc.record.doc_number),
    cell(row.doc.record.region),
    cell(row.doc.record.issued_on && dayWords(row.doc.record.issued_on)),
    cell(row.record.at?.page ?? null),
  ];
  const places = [
    say('filter_doc'),
    say('field_doc_number'),
    say('field_region'),
    say('field_issued_on'),
    say('body_page'),
  ];
  return [
    {
      title: say('body_tasks'),
      heads: [
        ...(['body_part', 'field_number', 'field_title', 'body_due', 'body_targets'] as const).map(
          (word) => say(word),
        ),
        say('body_others'),
        ...places,
      ],
      rows: byDue(records.tasks).map((task) => [
        cell([...partsOf(task, body)].map((part) => say(`role_${part}`)).join('、')),
        cell(task.record.number),
        cell(nameOf(task), opens(page, task)),
        cell(task.record.deadlines.map(deadlineWords).join('；')),
        cell(task.targets.map((target) => targetName(target)).join('；')),
        cell(othersOf(task, body)),
        ...place(task),
      ]),
    },
    {
      title: say('body_targets'),
      heads: [
        say('field_indicator'),
        say('field_value'),
        say('field_by'),
        say('class_task'),
        ...places,
      ],
      rows: records.targets.map((target) => [
        cell(nameOf(target), opens(page, target)),
        cell(amountWords(target.record)),
        cell(target.record.by && byWords(target.record.by)),
        cell(target.tasks.map(nameOf).join('；') || say('document_own')),
        ...place(target),
      ]),
    },
    {
      title: say('body_parameters'),
      heads: [say('field_indicator'), say('field_value'), say('class_task'), ...places],
      rows: records.parameters.map((parameter) => [
        cell(nameOf(parameter), opens(page, parameter)),
        cell(amountWords(parameter.record)),
        cell(parameter.task ? nameOf(parameter.task) : say('document_own')),
        ...place(parameter),
      ]),
    },
  ];
}

const targetName = (target: TargetRow): string =>
  `${target.record.indicator} ${amountWords(target.record)}`.trim();

const opens = ({ store }: Page, chosen: Row | Row['doc']): string =>
  addressOf({
    ...store.state,
    view: 'review',
    docId: chosen.kind === 'document' ? chosen.id : chosen.doc.id,
    chosen,
  });

function othersOf({ record, bodies }: TaskRow, body: Body): string {
  const others = record.units.filter((_, index) => bodies[index] !== body);
  return [...new Set(others.map(({ name }) => name))].join('、');
}

/** The earliest last day first, then what has none. */
function byDue(tasks: readonly TaskRow[]): readonly TaskRow[] {
  const dueOf = ({ record }: TaskRow): string =>
    record.deadlines.flatMap(({ end }) => end ?? []).sort()[0] ?? '9999';
  return [...tasks].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0));
}

/** What a body's page is called, on it and in files. */
export const titleOf = (body: Body): string => labelOf(body);
