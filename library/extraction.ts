import type {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../schemas/index.js';

/** What was read, as the tables of a dataset: records in the order of the text. */
export interface Extraction {
  readonly documents: DocumentRecord[];
  readonly tasks: Task[];
  readonly targets: Target[];
  readonly quantities: Quantity[];
  /** The bodies that the tasks are given to, sorted by id. */
  readonly units: UnitRecord[];
  /** The words of each task; empty unless asked for. */
  readonly tokens: TokenLine[];
  /** The text of each document by its id: what every `at` counts in. */
  readonly texts: Readonly<Record<string, string>>;
  /** What did not make it, and why. */
  readonly rejects: Reject[];
}
