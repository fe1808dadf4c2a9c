import type { DocumentRecord, Task } from '../../schemas/index.js';
import { type Counts, countExact, noCounts } from './counts.js';
import type { GoldDocument, GoldFile } from './gold.js';
import { locateGoldTasks, locateText, type Stretch } from './locate.js';
import { matchDocument, matchTasks } from './match.js';
import { normalised } from './normalised.js';
import type { PredictedDocument } from './predictions.js';
import { goldTargets, scoreTargets } from './score-targets.js';
import { scoreExtraTask, scoreTask } from './score-tasks.js';

/** How well one gold document was found. */
export interface DocumentScore {
  /** Name of its gold file. */
  readonly gold: string;
  readonly title: string;
  readonly counts: Counts;
  /** What was missed, extra or not exact, in words. */
  readonly misses: readonly string[];
}

/** How far before the first and after the last gold task predicted tasks are searched for. */
const SEARCHED_BEFORE = 20_000;
const SEARCHED_AFTER = 5000;

/** Scores the documents of one gold file; `source` is its text, normalised. */
export function scoreFile(
  file: GoldFile,
  source: string,
  fromSource: readonly PredictedDocument[],
): DocumentScore[] {
  let cursor = 0;
  return file.documents.map((gold) => {
    const stretches = locateGoldTasks(source, gold.tasks, cursor);
    if (stretches[0]) cursor = Math.max(cursor, stretches[0].start);
    return scoreDocument(file, gold, source, stretches, matchDocument(gold, fromSource));
  });
}

function scoreDocument(
  file: GoldFile,
  gold: GoldDocument,
  source: string,
  stretches: readonly Stretch[],
  predicted: PredictedDocument | undefined,
): DocumentScore {
  const counts = noCounts();
  const misses: string[] = [];
  const note = (line: string) => misses.push(line);
  const { tasks, places } = judgedTasks(file, source, stretches, predicted?.tasks ?? []);
  const matched = matchTasks(stretches, places);
  const rows = new Map((gold.rows ?? []).map((row) => [row.no, row]));

  gold.tasks.forEach((task, index) => {
    if (task.optional) return;
    const found = matched.has(index) ? tasks[matched.get(index)!] : undefined;
    if (found) counts.tasks.found++;
    else counts.tasks.missed++;
    scoreTask(counts, task, rows.get(task.row ?? ''), found, file.subjects === true, note);
  });
  const taken = new Set(matched.values());
  tasks.forEach((task, index) => {
    if (taken.has(index)) return;
    counts.tasks.extra++;
    scoreExtraTask(counts, task, note);
  });

  const ids = new Set(tasks.map((task) => task.id));
  const targets = (predicted?.targets ?? []).filter(
    (target) => !file.partial || target.task_ids.some((id) => ids.has(id)),
  );
  scoreTargets(counts, goldTargets(gold), targets, note);
  const title = gold.title ?? '';
  if (title !== '') scoreHead(counts, gold, predicted?.document, note);
  return { gold: file.name, title, counts, misses };
}

/** The predicted tasks that the gold file covers, and where in the source each may stand. */
function judgedTasks(
  file: GoldFile,
  source: string,
  stretches: readonly Stretch[],
  tasks: readonly Task[],
): { tasks: Task[]; places: Stretch[][] } {
  const first = stretches[0];
  const last = stretches.at(-1);
  const range = {
    start: Math.max(0, Math.min(...stretches.map((s) => s.start)) - SEARCHED_BEFORE),
    end: Math.max(...stretches.map((s) => s.end)) + SEARCHED_AFTER,
  };
  const everywhere = { start: 0, end: source.length };
  const located = tasks.map((task) => ({
    task,
    places: locateText(source, task.text, first ? range : everywhere),
  }));
  const judged = located.filter(
    ({ places }) =>
      !file.partial ||
      !first ||
      !last ||
      places.some((place) => place.end > first.start && place.start < last.end),
  );
  return { tasks: judged.map(({ task }) => task), places: judged.map(({ places }) => places) };
}

function scoreHead(
  counts: Counts,
  gold: GoldDocument,
  found: DocumentRecord | undefined,
  note: (line: string) => void,
): void {
  const compare = (
    field: 'doc_title' | 'doc_number' | 'issuers' | 'issued_on',
    is: string | null | undefined,
    should: string | null,
  ) => {
    const right = found !== undefined && normalised(is) === normalised(should);
    countExact(counts[field], right);
    if (!right) note(`${field}: ${is ?? 'none'} should be ${should ?? 'none'}`);
  };
  compare('doc_title', found?.title, gold.title);
  compare('doc_number', found?.doc_number, gold.doc_number);
  compare('issuers', found?.issuers.join('、'), gold.issuers.join('、'));
  compare('issued_on', found?.issued_on, gold.issued_on);
}
