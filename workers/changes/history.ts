import { join } from 'node:path';
import { taskVersion } from '../../pipeline/compare/document-changes.js';
import { jsonLine } from '../../pipeline/emit/tables.js';
import type { Change, Task, TaskVersion } from '../../schemas/index.js';
import { CountedFile } from '../counted-file.js';
import type { DatasetIndex } from './dataset-index.js';
import { fileLines, fileRecords } from './sync-lines.js';

export const HISTORY = 'history.jsonl';

/** Which versions of tasks end and begin; it holds ids of what changed, and nothing else. */
export class TaskHistory {
  private readonly ended = new Set<string>();
  private readonly begun = new Map<string, Set<string>>();

  note({ kind, change, id, document_id }: Change): void {
    if (kind !== 'task') return;
    if (change !== 'added') this.ended.add(id);
    if (change === 'withdrawn') return;
    const ids = this.begun.get(document_id);
    if (ids) ids.add(id);
    else this.begun.set(document_id, new Set([id]));
  }

  /** The former history with what ended at `time`, then what begins then. */
  write(path: string, former: string, latter: DatasetIndex, time: string): void {
    const file = new CountedFile(path);
    try {
      for (const { bytes } of fileLines(join(former, HISTORY))) {
        file.add(this.carriedOn(bytes.toString('utf8'), time));
      }
      for (const { id } of latter.documents) {
        const ids = this.begun.get(id);
        const tasks = ids ? latter.read(id)!.tasks.filter((task) => ids.has(task.id)) : [];
        for (const task of tasks) file.add(jsonLine(versionOf(task, time)));
      }
    } finally {
      file.close();
    }
  }

  private carriedOn(line: string, time: string): string {
    const version = JSON.parse(line) as TaskVersion;
    const ends = version.valid_to === null && this.ended.has(version.task_id);
    return ends ? jsonLine({ ...version, valid_to: time }) : `${line}\n`;
  }
}

/** The history of a dataset that has none: every task begins at `time`. */
export function writeFirstHistory(path: string, folder: string, time: string): void {
  const file = new CountedFile(path);
  try {
    for (const task of fileRecords<Task>(join(folder, 'tasks.jsonl'))) {
      file.add(jsonLine(versionOf(task, time)));
    }
  } finally {
    file.close();
  }
}

const versionOf = (task: Task, time: string): TaskVersion => ({
  task_id: task.id,
  document_id: task.document_id,
  title: task.title,
  version: taskVersion(task),
  valid_from: time,
  valid_to: null,
});
