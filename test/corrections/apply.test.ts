import { describe, expect, test } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import {
  applyCorrections,
  digestOfDocument,
  digestOfRecord,
} from '../../pipeline/corrections/index.js';
import { validateDocument } from '../../pipeline/validate/records.js';
import { Correction } from '../../schemas/index.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const SOURCE = { uri: 'a.txt', sha256: 'ab'.repeat(32), bytes: 40 };
const TEXT = '1.培育企业20家（市商务局、市发展改革委）\n2.办事（市公安局）\n3.新增30家\n';
const converted = (text = TEXT): ConvertedDocument => convertedLines(text, SOURCE);
const DOCUMENT = 'dabababab';

/** A correction of the n-th task of the text, as the page writes it. */
function onTask(n: number, decision: object, text = TEXT): Correction {
  const task = converted(text).tasks[n - 1]!;
  return Correction.parse({
    record: 'task',
    id: task.id,
    document_id: DOCUMENT,
    digest: digestOfRecord(text, task),
    start: task.at.start,
    note: null,
    made_by: null,
    made_at: null,
    ...decision,
  });
}

const unit = (name: string, text = TEXT, role = 'responsible') => {
  const start = text.indexOf(name);
  const at = { page: null, start, end: start + name.length };
  const read = { basis: 'list', inherited: false, rule: 'unit.list' };
  return { name, canonical: null, role, ...read, raw: name, at };
};

const codes = ({ converted: { document } }: ReturnType<typeof applyCorrections>): string[] =>
  document.warnings.map(({ code }) => code);

describe('a decision that holds', () => {
  test('set puts values in, and leads follow the units', () => {
    const units = [unit('市商务局'), unit('市发展改革委', TEXT, 'lead')];
    const corrected = applyCorrections(converted(), [
      onTask(1, { action: 'set', set: { title: '培育企业', units } }),
    ]);
    expect(corrected.converted.tasks[0]).toMatchObject({
      title: '培育企业',
      lead_units: ['市发展改革委'],
      lead_basis: 'explicit',
    });
    expect(codes(corrected)).toEqual(['corrected_in_review']);
    expect(corrected.counts).toEqual({ applied: 1, outdated: 0, unknown: 0 });
    expect(validateDocument(corrected.converted).rejects).toEqual([]);
  });

  test('accept changes nothing', () => {
    const corrected = applyCorrections(converted(), [onTask(1, { action: 'accept', fields: [] })]);
    expect(corrected.converted).toEqual(converted());
  });

  test('reject takes the task out, and its targets with it', () => {
    const corrected = applyCorrections(converted(), [onTask(1, { action: 'reject', fields: [] })]);
    expect(corrected.converted.tasks.map(({ id }) => id)).toEqual([
      `${DOCUMENT}-t2`,
      `${DOCUMENT}-t3`,
    ]);
    expect(corrected.converted.targets.map(({ id }) => id)).toEqual([`${DOCUMENT}-g2`]);
    expect(corrected.converted.document.counts).toMatchObject({ tasks: 2, targets: 1 });
    expect(codes(corrected)).toEqual(['rejected_in_review']);
    expect(validateDocument(corrected.converted).rejects).toEqual([]);
  });

  test('a rejected target leaves its task', () => {
    const target = converted().targets[0]!;
    const corrected = applyCorrections(converted(), [
      {
        ...onTask(1, { action: 'reject', fields: [] }),
        record: 'target',
        id: target.id,
        digest: digestOfRecord(TEXT, target),
      } as Correction,
    ]);
    expect(corrected.converted.tasks[0]!.target_ids).toEqual([]);
    expect(corrected.converted.targets).toHaveLength(1);
    expect(corrected.converted.quantities.map(({ id }) => id)).toEqual([`${DOCUMENT}-q2`]);
  });

  test('what is set of a target is set of its line of the ledger', () => {
    const target = converted().targets[0]!;
    const set = {
      ...onTask(1, { action: 'set', set: {} }),
      set: { indicator: '企业', value: 25, unit: '家' },
      record: 'target',
      id: target.id,
      digest: digestOfRecord(TEXT, target),
    } as Correction;
    const [quantity] = applyCorrections(converted(), [set]).converted.quantities;
    expect(quantity).toMatchObject({ indicator: '企业', op: '>=', value: 25, unit: '家' });
  });

  test('reject of fields empties them', () => {
    const set = onTask(1, { action: 'set', set: { units: [unit('市商务局')], number: '1' } });
    const empty = onTask(1, { action: 'reject', fields: ['units', 'number'] });
    const [task] = applyCorrections(converted(), [set, empty]).converted.tasks;
    expect(task).toMatchObject({ units: [], lead_units: [], lead_basis: null, number: null });
  });

  test('a document is corrected too', () => {
    const corrected = applyCorrections(converted(), [
      Correction.parse({
        ...onTask(1, { action: 'set', set: {} }),
        record: 'document',
        id: DOCUMENT,
        digest: digestOfDocument({ text: TEXT }),
        set: { region: '温州市', issued_on: '2023-05-01' },
      }),
    ]);
    expect(corrected.converted.document).toMatchObject({
      region: '温州市',
      issued_on: '2023-05-01',
    });
  });
});

describe('a source that has changed', () => {
  test('words above move the places of corrected values with their record', () => {
    const moved = `关于办事的通知，印发如下\n${TEXT}`;
    const task = converted(moved).tasks[1]!;
    const set = onTask(1, { action: 'set', set: { units: [unit('市发展改革委')] } });
    const corrected = applyCorrections(converted(moved), [{ ...set, id: task.id }]);
    const [{ raw, at }] = corrected.converted.tasks[1]!.units as [ReturnType<typeof unit>];
    expect(moved.slice(at.start, at.end)).toBe(raw);
    expect(at.start).toBe(moved.indexOf('市发展改革委'));
    expect(validateDocument(corrected.converted).rejects).toEqual([]);
  });

  test('other line breaks are no change, and words are found across them', () => {
    const set = onTask(1, { action: 'set', set: { units: [unit('市发展改革委')] } });
    const wrapped = converted(TEXT);
    const text = TEXT.replace('市发展', '市发\n展');
    const task = { ...wrapped.tasks[0]!, at: { page: null, start: 0, end: text.indexOf('\n2.') } };
    const corrected = applyCorrections({ ...wrapped, text, tasks: [task], targets: [] }, [set]);
    expect(corrected.counts.applied).toBe(1);
    expect(corrected.converted.tasks[0]!.units[0]!.raw).toBe('市发\n展改革委');
  });

  test.each([
    ['its record has other words', TEXT.replace('20家', '25家'), { title: '培育企业' }],
    ['a quoted word is gone', TEXT, { units: [{ ...unit('市商务局'), raw: '市文旅局' }] }],
  ])('%s: the correction is outdated, said, and not applied', (_, text, set) => {
    const corrected = applyCorrections(converted(text), [onTask(1, { action: 'set', set })]);
    expect(corrected.converted.tasks).toEqual(converted(text).tasks);
    expect(corrected.counts).toEqual({ applied: 0, outdated: 1, unknown: 0 });
    expect(corrected.converted.document.warnings).toEqual([
      expect.objectContaining({ code: 'correction_outdated', at: converted(text).tasks[0]!.at }),
    ]);
  });

  test('a record that is gone is unknown', () => {
    const corrected = applyCorrections(converted('1.办事\n'), [
      onTask(3, { action: 'reject', fields: [] }),
    ]);
    expect(corrected.counts).toEqual({ applied: 0, outdated: 0, unknown: 1 });
    expect(codes(corrected)).toEqual(['correction_unknown']);
  });
});

describe('the schema', () => {
  const sound = () => ({ ...onTask(1, { action: 'set', set: { title: '办事' } }) });

  test.each<[string, object]>([
    ['an unknown field', { set: { colour: 'red' } }],
    ['a derived field', { set: { lead_units: ['市商务局'] } }],
    ['a value of another kind', { set: { units: ['市商务局'] } }],
    ['a day that is none', { record: 'target', set: { by: '2025-02-30' } }],
    ['an unknown action', { action: 'maybe' }],
    ['a digest that is none', { digest: 'x' }],
    ['another key', { extra: 1 }],
  ])('refuses %s', (_, change) => {
    expect(Correction.safeParse({ ...sound(), ...change }).success).toBe(false);
  });

  test('refuses to empty what must not be empty', () => {
    const { set: _, ...shared } = sound() as unknown as { set: unknown };
    const reject = { ...shared, action: 'reject', fields: ['title'] };
    expect(Correction.safeParse(reject).success).toBe(false);
    expect(Correction.safeParse({ ...reject, fields: ['units'] }).success).toBe(true);
  });
});
