import { describe, expect, test } from 'vitest';
import { UnitTally, unitId } from '../../pipeline/emit/unit-tally.js';
import type { Task, Unit } from '../../schemas/index.js';

const unit = (name: string, canonical: string | null, role: Unit['role']): Unit => ({
  name,
  canonical,
  role,
  basis: 'label',
  inherited: false,
  rule: 'unit.label',
  raw: name,
  at: { page: null, start: 0, end: 1 },
});

const task = (document_id: string, units: Unit[], leads: string[] = []): Task => ({
  id: `${document_id}.t`,
  document_id,
  number: '1',
  part: null,
  path: [],
  title: '',
  text: '',
  units,
  lead_units: leads,
  lead_basis: leads.length > 0 ? 'first-listed' : null,
  et_al: false,
  deadlines: [],
  target_ids: [],
  contacts: [],
  keywords: [],
  at: { page: null, start: 0, end: 1 },
});

const wenzhou = { id: 'd1', region: '温州市' };
const shanghai = { id: 'd2', region: '上海市' };

describe('a body', () => {
  test('is one under all its names, and its roles are counted by tasks', () => {
    const tally = new UnitTally();
    const canonical = '温州市发展和改革委员会';
    tally.add(wenzhou, [
      task('d1', [unit('市发改委', canonical, 'lead'), unit('市发改委', canonical, 'support')]),
      task('d1', [unit('市发展改革委', canonical, 'support')]),
      task('d1', [unit('市发展改革委', canonical, 'responsible')], ['市发展改革委']),
    ]);
    tally.add({ id: 'd3', region: '浙江省' }, [task('d3', [unit(canonical, canonical, 'lead')])]);
    expect(tally.records()).toEqual([
      {
        id: unitId({ name: '', canonical }, null),
        name: canonical,
        canonical,
        names: ['市发展改革委', '市发改委', canonical],
        region: '温州市',
        level: 'prefecture',
        is_group: false,
        tasks: 4,
        leads: 2,
        first_listed: 1,
        supports: 2,
        responsible: 1,
        documents: 2,
      },
    ]);
  });

  test('without an official name is another in each place', () => {
    const tally = new UnitTally();
    tally.add(wenzhou, [task('d1', [unit('市数字办', null, 'lead')])]);
    tally.add(shanghai, [task('d2', [unit('市数字办', null, 'lead')])]);
    expect(tally.records().map(({ name, region, level }) => [name, region, level])).toEqual(
      expect.arrayContaining([
        ['市数字办', '温州市', 'prefecture'],
        ['市数字办', '上海市', 'province'],
      ]),
    );
  });

  test.each([
    ['省数字办', '温州市', '浙江省', 'province'],
    ['市数字办', '嘉兴市南湖区', '嘉兴市', 'prefecture'],
    ['区数字办', '嘉兴市南湖区', '嘉兴市南湖区', 'county'],
    ['南湖街道办事处', '嘉兴市南湖区', '嘉兴市南湖区', 'township'],
    ['有关部门', '全国', '全国', 'nation'],
    ['有关部门', null, null, null],
  ])('%s in a document of %s belongs to %s, %s', (name, documentRegion, region, level) => {
    const tally = new UnitTally();
    tally.add({ id: 'd', region: documentRegion }, [task('d', [unit(name, null, 'lead')])]);
    expect(tally.records()[0]).toMatchObject({ name, region, level });
  });

  test.each([
    ['各区政府', '上海市各区人民政府', true],
    ['市有关部门', null, true],
    ['市商务委', '上海市商务委员会', false],
  ])('%s is told from a group', (name, canonical, isGroup) => {
    const tally = new UnitTally();
    tally.add(shanghai, [task('d2', [unit(name, canonical, 'responsible')])]);
    expect(tally.records()[0]!.is_group).toBe(isGroup);
  });
});

test('the order of documents changes nothing', () => {
  const tasks = ['甲局', '乙局', '丙局', '甲局'].map((name, index) => ({
    document: { id: `d${index}`, region: '温州市' },
    task: task(`d${index}`, [unit(name, null, 'lead')]),
  }));
  const recordsOf = (order: typeof tasks): unknown => {
    const tally = new UnitTally();
    for (const each of order) tally.add(each.document, [each.task]);
    return tally.records();
  };
  expect(recordsOf(tasks)).toEqual(recordsOf([...tasks].reverse()));
});

test('totals that a tally goes on from stay as they are, for another that begins anew', () => {
  const first = new UnitTally();
  first.add(wenzhou, [task('d1', [unit('市商务局', null, 'lead')])]);
  const totals = first.totals();
  const before = structuredClone(totals);
  for (let pass = 0; pass < 2; pass++) {
    const next = new UnitTally(totals);
    next.add({ id: 'd4', region: '温州市' }, [task('d4', [unit('市商务局', null, 'lead')])]);
    expect(next.records()).toMatchObject([{ tasks: 2, leads: 2, documents: 2 }]);
  }
  expect(totals).toEqual(before);
});
