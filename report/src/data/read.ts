import type { PackedDocument, ReportHead } from '../../payload.js';
import type { Dataset, Judged, Row } from './model.js';
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
  const docs = packedDocuments().map(unpackDocument);
  const known = new Map<string, Judged>();
  const rows: Row[] = [];
  for (const doc of docs) {
    known.set(`document ${doc.id}`, doc);
    for (const row of [...doc.tasks, ...doc.targets]) known.set(`${row.kind} ${row.id}`, row);
    const own = doc.targets.filter(({ record }) => record.task_ids.length === 0);
    rows.push(...[...doc.tasks, ...own].sort((a, b) => startOf(a) - startOf(b)));
  }
  return {
    madeBy: head.made_by,
    docs,
    rows,
    rejects: head.rejects,
    corrections: head.corrections,
    row: (kind, id) => known.get(`${kind} ${id}`),
  };
}
