import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../schemas/index.js';
import { chance, type Emission, emit, filesOf } from './fixtures/emission.js';
import { folderOf } from './fixtures/folders.js';

const BODY = [
  '2推行综合监管，年内建成监管场景，平均检查次数压减三成以上，由有关部门牵头办理。',
  '3落实惠企资金直达快享，兑现率明显提高，每季度通报一次进展情况，及时总结经验做法。',
  '4建立企业诉求闭环办理机制，诉求办结率不断提高，满意率保持在较高水平，逐步推广。',
  '5加快公共数据开放利用，新增高价值数据集，培育示范应用，形成一批可复制的成果。',
].join('\n');

/** A series of changes to some inputs, each a step. */
class Series {
  readonly inputs = new Map<string, string>();
  private readonly pick: (below: number) => number;
  private corrections: Correction[] = [];

  constructor(seed: string) {
    this.pick = chance(seed);
    for (let index = 0; index < 6; index++) this.inputs.set(`${index}.txt`, this.text());
  }

  step(): Emission {
    for (let times = this.pick(3); times >= 0; times--) this.change();
    if (this.pick(6) === 0) this.corrections = this.pick(3) === 0 ? [] : [this.correction()];
    return this.corrections.length > 0 ? { corrections: this.corrections } : {};
  }

  private change(): void {
    const uris = [...this.inputs.keys()];
    const one = uris[this.pick(uris.length)] ?? '0.txt';
    const other = uris[this.pick(uris.length)] ?? '0.txt';
    const kind = this.pick(8);
    if (kind < 3) this.inputs.set(`${this.pick(20)}.txt`, this.text());
    else if (kind < 5) this.inputs.delete(one);
    else if (kind === 5) this.inputs.set(`${this.pick(20)}.txt`, this.inputs.get(one) ?? 'none');
    else if (kind === 6) this.inputs.set(one, `${this.inputs.get(one) ?? '甲'}\n9补一件`);
    else {
      this.inputs.set(`${this.pick(20)}.txt`, this.inputs.get(other) ?? '乙');
      this.inputs.delete(other);
    }
  }

  /** Few titles, so that the same comes from several inputs; bodies that are copies, or nearly. */
  private text(): string {
    const other = ['none', 'scan 1', 'crash', '列\n1列'][this.pick(12)];
    if (other) return `${other}${this.pick(4)}`;
    const title = `关于做好第${'一二三四五'[this.pick(5)]}批工作的通知`;
    const end = `${this.pick(7)}附带的一件${'甲乙丙'[this.pick(3)]}`;
    const long =
      this.pick(2) === 0 ? `${title}\n${BODY}\n${end}` : `${title}\n1办${this.pick(9)}件`;
    return this.pick(8) === 0 ? `${long}\n\n附件${this.pick(3)}\n3办件` : long;
  }

  private correction(): Correction {
    const title = `关于做好第${'一二三四五'[this.pick(5)]}批工作的通知`;
    const out = filesOf(this.folder!);
    const ids = (out['documents.jsonl'] ?? '').split('\n').filter((line) => line.includes(title));
    const id = ids[0] ? (JSON.parse(ids[0]) as { id: string }).id : 'd0';
    const place = { document_id: id, digest: '0'.repeat(16), start: 0 };
    const by = { note: null, made_by: null, made_at: null };
    return { record: 'document', action: 'accept', id, ...place, ...by, fields: [] } as Correction;
  }

  /** Where the dataset stands that corrections are made of. */
  folder: string | null = null;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a random series of changes (%i)', (seed) => {
  test('gives with snapshots what whole runs give, file by file', async () => {
    const folder = folderOf({});
    const series = new Series(`history ${seed}`);
    series.folder = join(folder, 'parts');
    await emit(folder, 'parts', series.inputs);
    await emit(folder, 'whole', series.inputs);
    let kept = 0;
    for (let step = 0; step < 25; step++) {
      const how = series.step();
      kept += await emit(folder, 'parts', series.inputs, how);
      await emit(folder, 'whole', series.inputs, { ...how, wholly: true });
      expect(filesOf(join(folder, 'parts'))).toEqual(filesOf(join(folder, 'whole')));
    }
    expect(kept).toBeGreaterThan(25);
  });

  test('gives without snapshots what a run into an empty folder gives', async () => {
    const folder = folderOf({});
    const series = new Series(`alone ${seed}`);
    series.folder = join(folder, 'parts');
    await emit(folder, 'parts', series.inputs, { snapshot: false });
    let kept = 0;
    for (let step = 0; step < 25; step++) {
      const how = { ...series.step(), snapshot: false };
      kept += await emit(folder, 'parts', series.inputs, how);
      await emit(folder, `empty${step}`, series.inputs, how);
      expect(filesOf(join(folder, 'parts'))).toEqual(filesOf(join(folder, `empty${step}`)));
    }
    expect(kept).toBeGreaterThan(25);
  });
});

/** Three inputs, and the same with one more. */
const THREE = new Map([...'abc'].map((name, at) => [`${name}.txt`, `通知${name}\n1办${at}件`]));
const FOUR = new Map([...THREE, ['d.txt', '通知d\n1办7件']]);

describe('what is kept beside the dataset', () => {
  /** The dataset of three inputs, disturbed, then made of four; how many documents were kept. */
  async function disturbed(disturb: (out: string) => void): Promise<number> {
    const folder = folderOf({});
    await emit(folder, 'parts', THREE);
    await emit(folder, 'whole', THREE);
    disturb(join(folder, 'parts'));
    const kept = await emit(folder, 'parts', FOUR);
    await emit(folder, 'whole', FOUR, { wholly: true });
    expect(filesOf(join(folder, 'parts'))).toEqual(filesOf(join(folder, 'whole')));
    return kept;
  }
  const state = (out: string): string => join(out, '.gongwen', 'made-from.ndjson');
  /** Snapshots share the former file, and keep it. */
  function edit(path: string, change: (text: string) => string): void {
    const text = change(readFileSync(path, 'utf8'));
    rmSync(path);
    writeFileSync(path, text);
  }

  test('lets what is unchanged stay', async () => {
    expect(await disturbed(() => {})).toBe(3);
  });

  test.each<[string, (out: string) => void]>([
    ['it is gone', (out) => rmSync(state(out))],
    ['it is cut', (out) => truncateSync(state(out), 900)],
    ['it is empty', (out) => truncateSync(state(out))],
    [
      'it has another letter',
      (out) => edit(state(out), (text) => text.replace('"tasks":2', '"tasks":3')),
    ],
    [
      'it is of another version',
      (out) => edit(state(out), (text) => text.replace('{"layout":1', '{"layout":0')),
    ],
    [
      'a table was changed',
      (out) => edit(join(out, 'tasks.jsonl'), (text) => text.replace('办1件', '办5件')),
    ],
    ['a text is gone', (out) => rmSync(join(out, 'texts'), { recursive: true })],
    ['the description is gone', (out) => rmSync(join(out, 'datapackage.json'))],
  ])('is not gone by where %s, and the dataset is the same', async (_, disturb) => {
    expect(await disturbed(disturb)).toBe(0);
  });

  test('is gone by where files were copied and hold the same', async () => {
    expect(await disturbed((out) => edit(join(out, 'tasks.jsonl'), (text) => text))).toBe(3);
  });
});

test('a dataset whose newest snapshot is of another state is written as a whole', async () => {
  const folder = folderOf({});
  await emit(folder, 'out', THREE);
  await emit(folder, 'out', FOUR, { snapshot: false });
  expect(await emit(folder, 'out', THREE)).toBe(0);
  expect(await emit(folder, 'out', FOUR)).toBe(3);
});

test('texts that stay are not written again, and those of removed documents go', async () => {
  const folder = folderOf({});
  await emit(folder, 'out', FOUR, { snapshot: false });
  const texts = (): Record<string, number> => {
    const names = readdirSync(join(folder, 'out/texts'));
    return Object.fromEntries(
      names.map((name) => [name, statSync(join(folder, 'out/texts', name)).ino]),
    );
  };
  const before = texts();
  await emit(folder, 'out', THREE, { snapshot: false });
  expect(Object.keys(before)).toHaveLength(4);
  expect(Object.keys(texts())).toHaveLength(3);
  expect(before).toMatchObject(texts());
});
