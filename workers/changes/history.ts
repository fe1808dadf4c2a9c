import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
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
      this.carryOn(join(former, HISTORY), file, time);
      for (const id of latter.ids()) {
        const ids = this.begun.get(id);
        const tasks = ids ? latter.read(id)!.tasks.filter((task) => ids.has(task.id)) : [];
        for (const task of tasks) file.add(jsonLine(versionOf(task, time)));
      }
    } finally {
      file.close();
    }
  }

  /** Lines of versions that do not end now are copied, many at a time, and not read. */
  private carryOn(former: string, history: CountedFile, time: string): void {
    if (!existsSync(former)) return;
    const file = openSync(former, 'r');
    try {
      if (this.ended.size === 0) {
        const { size: end } = fstatSync(file);
        history.copy({ file, start: 0, end, rows: 0 });
        return;
      }
      for (const { bytes, start, end } of fileLines(former)) {
        const ended = this.endedAt(bytes, time);
        if (ended) history.add(jsonLine(ended));
        else history.copy({ file, start, end, rows: 1 });
      }
    } finally {
      history.settle();
      closeSync(file);
    }
  }

  /** The version in a line, where it is one that ends now. */
  private endedAt(line: Buffer, time: string): TaskVersion | null {
    const [, id] = TASK.exec(line.toString('latin1', 0, TASK_BYTES)) ?? [];
    if (id !== undefined && !this.ended.has(id)) return null;
    const version = JSON.parse(line.toString('utf8')) as TaskVersion;
    const ends = version.valid_to === null && this.ended.has(version.task_id);
    return ends ? { ...version, valid_to: time } : null;
  }
}

/** How a line begins, as the writer orders its fields; group 1: the task's id. */
const TASK = /^\{"task_id":"([^"\\]*)"/;
const TASK_BYTES = 200;

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
