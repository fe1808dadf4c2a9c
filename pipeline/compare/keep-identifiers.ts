import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import { type ConvertedDocument, withIdentifiers } from '../converted.js';
import { matchTargets } from './match-targets.js';
import { matchTasks } from './match-tasks.js';

/** A document of an emission, as far as it is compared. */
export interface EmittedDocument {
  readonly document: DocumentRecord;
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
}

/**
 * The document under the ids that it and its records had in a former emission. Records that are
 * new keep their own id, unless a former record has it: then `-v2` (`-v3` …) is added to it.
 */
export function keepIdentifiers(
  converted: ConvertedDocument,
  former: EmittedDocument,
): ConvertedDocument {
  const { id } = converted.document;
  const document = former.document.id;
  const own = (value: string): string =>
    value.startsWith(id) ? document + value.slice(id.length) : value;
  const moved =
    document === id
      ? converted
      : withIdentifiers(converted, { document, task: own, target: own, quantity: own });
  const unchanged = { document, task: same, target: same, quantity: same };
  const tasks = keptIds(moved.tasks, former.tasks, matchTasks(moved.tasks, former.tasks));
  const inTasks = tasks
    ? withIdentifiers(moved, { ...unchanged, task: (task) => tasks.get(task)! })
    : moved;
  const pairs = matchTargets(inTasks.targets, former.targets);
  const targets = keptIds(inTasks.targets, former.targets, pairs);
  return targets
    ? withIdentifiers(inTasks, { ...unchanged, target: (target) => targets.get(target)! })
    : inTasks;
}

const same = (id: string): string => id;

/** The id that each record is to have; null where that is its own for all of them. */
function keptIds(
  latter: readonly { readonly id: string }[],
  former: readonly { readonly id: string }[],
  pairs: readonly number[],
): Map<string, string> | null {
  const versions = new Map<string, number>();
  for (const { id } of former) {
    const [, base, version] = /^(.*?)(?:-v(\d+))?$/.exec(id)!;
    versions.set(base!, Math.max(versions.get(base!) ?? 0, Number(version ?? 1)));
  }
  const ids = new Map<string, string>();
  let differs = false;
  latter.forEach(({ id }, index) => {
    const then = former[pairs[index]!];
    const known = versions.get(id);
    const kept = then ? then.id : known === undefined ? id : `${id}-v${known + 1}`;
    differs ||= kept !== id;
    ids.set(id, kept);
  });
  return differs ? ids : null;
}
