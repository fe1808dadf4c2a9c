import { describe, expect, test } from 'vitest';
import { UnitTally } from '../../pipeline/emit/unit-tally.js';
import { PAYLOAD_VERSION, type PackedDocument } from '../../report/payload.js';
import { targetsByYear, tasksByBody, tasksByMonth } from '../../report/src/charts/counts.js';
import { type Doc, labelOf, type Row } from '../../report/src/data/model.js';
import { unpackDocument } from '../../report/src/data/unpack.js';
import { matcher, NO_FILTER } from '../../report/src/filters/filter.js';
import { hasValue, MONEY, measuresIn, valuesOf } from '../../report/src/filters/values.js';
import { chunksOf } from '../../report/src/text/chunks.js';
import { piecesOf, spansOf } from '../../report/src/text/spans.js';
import type { Task } from '../../schemas/index.js';
import { Bodies } from '../../workers/report/bodies.js';
import { type DatasetDocument, packDocument } from '../../workers/report/pack.js';
import { inertJson } from '../../workers/report/page.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const TEXT = '一、服务\n1.市商务局、市税务局办事，2025年底前新增20家\n2.巩固成果\n';
const SOURCE = { uri: 'a.txt', sha256: 'ab'.repeat(32), bytes: 40 };

const at = (words: string) => {
  const start = TEXT.indexOf(words);
  return { raw: words, at: { page: 3, start, end: start + words.length } };
};

function sample(): DatasetDocument {
  const { document, text, tasks, targets, quantities } = convertedLines(TEXT, SOURCE);
  const task: Task = {
    ...tasks[1]!,
    number: '1',
    title: 'ＡＢ办事',
    units: [
      {
        name: '市商务局',
        canonical: '温州市商务局',
        role: 'responsible',
        basis: 'list',
        inherited: false,
        rule: 'unit.list',
        ...at('市商务局'),
      },
      {
        name: '市税务局',
        canonical: null,
        role: 'support',
        basis: 'verb',
        inherited: true,
        rule: 'unit.verb',
        ...at('市税务局'),
      },
    ],
    lead_units: ['市商务局'],
    lead_basis: 'first-listed',
    deadlines: [
      {
        kind: 'by',
        start: null,
        start_basis: null,
        rule: 'deadline.limit',
        end: '2025-12-31',
        every: null,
        year_basis: 'explicit',
        ...at('2025年底前'),
      },
    ],
  };
  return {
    document: { ...document, source: { ...document.source, page_start: 3, page_end: 3 } },
    text,
    tasks: [task, tasks[2]!],
    targets: targets.map((target) => ({ ...target, task_ids: [task.id], by: '2025-12-31' })),
    quantities,
    copies: [],
  };
}

function bodiesOf({ document, tasks }: DatasetDocument): Bodies {
  const tally = new UnitTally();
  tally.add(document, tasks);
  return new Bodies(tally.records());
}

const SAMPLE = sample();
const BODIES = bodiesOf(SAMPLE);
const KNOWN = BODIES.packed.map((body, index) => ({ ...body, index }));
const bodyNamed = (name: string) => KNOWN.find(({ names }) => names.includes(name))!;

const doc = (): Doc => unpackDocument(packDocument(SAMPLE, BODIES), 0, KNOWN);

test('what is packed comes out whole', () => {
  const { tasks, document } = sample();
  const unpacked = doc();
  expect(unpacked.tasks.map(({ record }) => record)).toEqual(tasks);
  expect(unpacked.record).toEqual(document);
  expect(PAYLOAD_VERSION).toBe(2);
  const packed: PackedDocument = packDocument(SAMPLE, BODIES);
  expect(JSON.stringify(packed)).not.toContain('"raw"');
});

test.each([
  ['</script>', '"\\u003c/script\\u003e"'],
  ['<!--&\u2028\u2029', '"\\u003c!--\\u0026\\u2028\\u2029"'],
])('%j is inert as data', (value, json) => {
  expect(inertJson(value)).toBe(json);
  expect(JSON.parse(inertJson(value))).toBe(value);
});

describe('filters', () => {
  test.each<[object, number]>([
    [{}, 2],
    [{ unit: '商务局' }, 1],
    [{ unit: '温州市商务局', role: 'any_lead' }, 1],
    [{ unit: '温州市商务局', role: 'first_listed' }, 1],
    [{ unit: '温州市商务局', role: 'lead' }, 0],
    [{ body: bodyNamed('市商务局').id, role: 'first_listed' }, 1],
    [{ body: bodyNamed('市商务局').id, role: 'support' }, 0],
    [{ body: 'u0000000000000000' }, 0],
    [{ nature: 'guide' }, 0],
    [{ when: 'none' }, 1],
    [{ q: '"市商务局、市税务局" -巩固' }, 1],
    [{ q: '办事 -税务局' }, 0],
    [{ q: '温州市商务局' }, 1],
    [{ unit: '市税务局', role: 'lead' }, 0],
    [{ role: 'support' }, 1],
    [{ when: 'recurring' }, 0],
    [{ when: 'none' }, 1],
    [{ from: '2025-12-31' }, 1],
    [{ from: '2026-01-01' }, 0],
    [{ to: '2025-12-30' }, 0],
    [{ from: '2025-01-01', to: '2025-12-31' }, 1],
    [{ q: 'ab 办事' }, 1],
    [{ q: '办事 无' }, 0],
    [{ mark: 'inherited' }, 1],
    [{ mark: 'part' }, 0],
    [{ region: '温州市' }, 0],
    [{ status: 'open' }, 2],
    [{ status: 'reject' }, 0],
  ])('%j lets %i through', (filter, count) => {
    const matches = matcher({ ...NO_FILTER, ...filter }, { bodies: KNOWN, statusOf: () => 'open' });
    expect(doc().tasks.filter(matches)).toHaveLength(count);
  });
});

test('counts of the pictures', () => {
  const rows: readonly Row[] = doc().tasks;
  expect(tasksByMonth(rows)).toEqual([{ year: 2025, month: 12, tasks: 1 }]);
  const { totals, counts } = tasksByBody(rows, 9);
  const said = counts.map(({ body, part, tasks }) => [labelOf(body), part, tasks]);
  expect(said.sort()).toEqual([
    ['市商务局 · 温州市', 'first_listed', 1],
    ['市税务局', 'support', 1],
  ]);
  expect(totals.map(({ tasks }) => tasks)).toEqual([1, 1]);
  expect(targetsByYear(doc().targets)).toEqual([{ year: 2025, targets: 1 }]);
});

test('pieces cover the text and carry what runs through them', () => {
  const spans = spansOf(doc());
  const pieces = piecesOf(0, TEXT.length, spans);
  expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT);
  const piece = pieces.find(({ start }) => start === TEXT.indexOf('市商务局'))!;
  expect(piece.spans.map(({ kind }) => kind)).toEqual(['task', 'first']);
});

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

test.each([
  ['', 0],
  ['短', 1],
  [`${'字'.repeat(50)}\n`.repeat(200), 9],
  ['字'.repeat(100_000), 25],
  ['\u{20000}'.repeat(30_001), 16],
])('chunks of a text are bounded and whole (%#)', (text, count) => {
  const chunks = chunksOf(text);
  expect(chunks).toHaveLength(count);
  expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  for (const { start, end } of chunks) {
    expect(end - start).toBeLessThanOrEqual(4000 + 1200);
    expect(text.slice(start, end)).not.toMatch(LONE_SURROGATE);
  }
});

describe('records are narrowed by their values', () => {
  const valued = (kind: 'target' | 'parameter', value: number | null, unit: string | null): Row =>
    ({ kind, record: { value, unit } }) as Row;
  const ask = (filter: { measure?: string; least?: string; most?: string }) => ({
    ...{ measure: '', least: '', most: '' },
    ...filter,
  });

  test.each([
    ['nothing asked', valued('target', null, null), {}, true],
    ['at the bound', valued('target', 95, '%'), { measure: '%', least: '95' }, true],
    ['below it', valued('target', 94.9, '%'), { measure: '%', least: '95' }, false],
    ['of another unit', valued('target', 96, '个'), { measure: '%', least: '95' }, false],
    ['of any unit', valued('target', 96, '个'), { least: '95' }, true],
    ['without a number', valued('target', null, '%'), { measure: '%' }, false],
    [
      'money in another unit',
      valued('parameter', 2, '亿元'),
      { measure: 'money', least: '20000' },
      true,
    ],
    ['money in yuan', valued('parameter', 500, '元'), { measure: 'money', most: '0.05' }, true],
    ['too much', valued('parameter', 500, '元'), { measure: 'money', most: '0.04' }, false],
    ['no money', valued('parameter', 500, '平方米'), { measure: 'money' }, false],
    [
      'what is typed is no number',
      valued('parameter', 5, '元'),
      { measure: 'money', least: 'x' },
      true,
    ],
  ] as const)('%s', (_, row, filter, through) => {
    expect(hasValue(row, ask(filter))).toBe(through);
  });

  test('a task by its targets, a deadline by none', () => {
    const task = doc().tasks[0]!;
    expect(valuesOf(task)).toMatchObject([{ value: 2025, unit: null }]);
    expect(hasValue(task, ask({ least: '2025' }))).toBe(true);
    expect(hasValue(task, ask({ most: '2024' }))).toBe(false);
    expect(hasValue(doc().deadlines[0]!, ask({ most: '20' }))).toBe(false);
  });

  test('the units that are offered are the commonest, money under one name', () => {
    const rows = [
      valued('target', 1, '个'),
      valued('parameter', 1, '元'),
      valued('parameter', 1, '万元'),
      valued('target', 1, null),
    ];
    expect(measuresIn(rows)).toEqual([MONEY, '个']);
  });
});
