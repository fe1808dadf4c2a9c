import type { PackedDocument, ReportHead } from '../../payload.js';
import type { Body, Chosen, Dataset, Judged, Row, RowKind } from './model.js';
import { startOf } from './model.js';
import { unpackDocument } from './unpack.js';

/** What stands in the page, or in the scripts beside it, as text. */
function packedDocuments(): PackedDocument[] {
  const parts = (globalThis as { reportParts?: string[] }).reportParts ?? [];
  const beside = parts.flatMap((part) => JSON.parse(part) as PackedDocument[]);
  const inside = [...document.querySelectorAll('script.report-document')].map((element) => {
    const value = JSON.parse(element.textContent ?? '') as PackedDocument;
    element.remove();
    return value;
  });
  return [...inside, ...beside];
}

/** Reads the dataset out of the page. */
export function readDataset(): Dataset {
  const element = document.querySelector('script.report-head');
  const head = JSON.parse(element?.textContent ?? '') as ReportHead;
  return datasetOf(head, packedDocuments());
}

/** The dataset that a page carries. */
export function datasetOf(head: ReportHead, packed: readonly PackedDocument[]): Dataset {
  const bodies: Body[] = head.bodies.map((body, index) => ({ ...body, index }));
  const docs = packed.map((each, index) => unpackDocument(each, index, bodies));
  const known = new Map<string, Chosen>();
  const rows: Row[] = [];
  const byKind: Record<RowKind, Row[]> = {
    task: [],
    target: [],
    parameter: [],
    deadline: [],
    warning: [],
  };
  for (const doc of docs) {
    known.set(`document ${doc.id}`, doc);
    const { tasks, targets, parameters, deadlines, warnings } = doc;
    for (const row of [...tasks, ...targets, ...parameters, ...deadlines, ...warnings]) {
      known.set(`${row.kind} ${row.id}`, row);
      byKind[row.kind].push(row);
    }
    const own = targets.filter(({ record }) => record.task_ids.length === 0);
    rows.push(...[...tasks, ...own].sort((a, b) => startOf(a) - startOf(b)));
  }
  const bodyIds = new Map(bodies.map((body) => [body.id, body]));
  return {
    madeBy: head.made_by,
    older: head.older ?? 0,
    copies: head.copies,
    docs,
    bodies,
    changes: head.changes,
    rows,
    rejects: head.rejects,
    corrections: head.corrections,
    saves: head.saves === true,
    rowsOf: (kind) => byKind[kind],
    row: (kind, id) => known.get(`${kind} ${id}`) as Judged | undefined,
    any: (kind, id) => known.get(`${kind} ${id}`),
    body: (id) => bodyIds.get(id),
  };
}
