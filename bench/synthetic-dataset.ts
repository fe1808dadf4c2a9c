import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { ConvertedDocument } from '../pipeline/converted.js';
import { NO_HEAD_RULES } from '../schemas/document.js';
import type { Target, Task, Unit } from '../schemas/index.js';
import { DatasetWriter, openOutput } from '../workers/dataset-folder.js';

const TASKS_A_DOCUMENT = 50;
const PLACES = ['上海市', '温州市', '杭州市', '福州市', '济南市'];
const BODIES = ['发展改革委', '财政局', '商务局', '司法局', '数据局', '教育局', '卫生健康委'];
const SENTENCE =
  '深化“高效办成一件事”改革，推动事项标准统一、线上线下融合，全年新增应用场景20个，办理时间压缩30%以上。';

/** Writes a dataset of so many tasks, each with text, units, a deadline and a target now and then. */
export function writeSyntheticDataset(
  folder: string,
  tasks: number,
  tasksADocument = TASKS_A_DOCUMENT,
): void {
  mkdirSync(folder, { recursive: true });
  openOutput(folder);
  const writer = new DatasetWriter(folder, { tokens: false });
  for (let first = 0; first < tasks; first += tasksADocument) {
    writer.addDocument(document(first, Math.min(tasksADocument, tasks - first)));
  }
  writer.publish({});
}

function document(first: number, count: number): ConvertedDocument {
  const sha256 = createHash('sha256').update(String(first)).digest('hex');
  const id = `d${sha256.slice(0, 16)}`;
  const region = PLACES[Math.floor(first / count) % PLACES.length]!;
  const targets: Target[] = [];
  const tasks = Array.from({ length: count }, (_, index) => {
    const target = (first + index) % 2 === 0 ? targetOf(id, index) : null;
    if (target) targets.push(target);
    return taskOf(id, first + index, region, target);
  });
  return {
    document: {
      id,
      source: {
        uri: `synthetic/${id}.txt`,
        sha256,
        format: 'text',
        bytes: 1,
        page_start: null,
        page_end: null,
      },
      title: `${region}第${first}号工作方案`,
      carries: [],
      doc_number: null,
      issuers: [`${region}人民政府`],
      issued_on: '2025-01-31',
      stage: 'final',
      genre: '工作方案',
      region,
      index_number: null,
      subject: null,
      published_on: null,
      nature: 'directive',
      effective_on: null,
      expires_on: null,
      valid_for: null,
      supersedes: [],
      same_as: [],
      copy_of: null,
      rules: NO_HEAD_RULES,
      references: [],
      counts: { tasks: count, targets: targets.length, tables: 0 },
      coverage: { clauses: count, clauses_attached: count, chars: 1, chars_unassigned: 0 },
      warnings: [],
    },
    text: SENTENCE,
    tasks,
    targets,
    quantities: [],
    tokens: [],
  };
}

const at = { page: 1, start: 0, end: SENTENCE.length };

function taskOf(documentId: string, index: number, region: string, target: Target | null): Task {
  const id = `${documentId}.t${index.toString(16).padStart(16, '0')}`;
  if (target) target.task_ids.push(id);
  const units = Array.from({ length: 1 + (index % 5) }, (_, n): Unit => {
    const body = BODIES[(index + n) % BODIES.length]!;
    const role = n === 0 ? 'lead' : 'support';
    const canonical = `${region}${body}`;
    const read = { basis: 'label', inherited: false, rule: 'unit.label' } as const;
    return { name: `市${body}`, canonical, role, ...read, raw: body, at };
  });
  return {
    id,
    document_id: documentId,
    number: String(index),
    part: null,
    path: ['二、重点任务', '（一）优化政务服务'],
    title: `事项${index}`,
    text: `事项${index}。${SENTENCE.repeat(1 + (index % 4))}`,
    units,
    lead_units: [units[0]!.name],
    lead_basis: 'explicit',
    et_al: false,
    deadlines: [
      {
        kind: 'by',
        start: null,
        end: '2025-12-31',
        every: null,
        year_basis: 'explicit',
        start_basis: null,
        rule: 'deadline.limit',
        raw: '2025年底前',
        at,
      },
    ],
    target_ids: target ? [target.id] : [],
    contacts: [],
    keywords: ['高效', '场景'],
    at,
  };
}

const targetOf = (documentId: string, index: number): Target => ({
  id: `${documentId}.g${index.toString(16).padStart(16, '0')}`,
  document_id: documentId,
  task_ids: [],
  indicator: '应用场景',
  op: '>=',
  value: 20 + index,
  unit: '个',
  by: '2025-12-31',
  units: [],
  raw: '20个',
  rule: 'quantity.achievement',
  at,
});
