import type { ColumnOptions } from '../containers/columns.js';
import type { ConvertOptions } from '../pipeline/converted.js';
import type { Outcome } from './pool.js';
import type { DrawnPages } from './report/page-images/index.js';

/** What a run is asked to do; all of it is chosen before the run begins. */
export interface ExtractOptions {
  readonly paths: readonly string[];
  /** Folder of the dataset. */
  readonly out: string;
  /** Folder of the store; null: inside `out`. */
  readonly store: string | null;
  readonly jobs: number;
  /** Convert again what the store holds. */
  readonly force: boolean;
  /** Read all inputs, those too of which the system says that they are as they were (default: no). */
  readonly readAll?: boolean;
  /** Seconds a document. */
  readonly timeout: number;
  /** Bytes of the largest input. */
  readonly maxBytes: number;
  /** MiB of a child's JavaScript heap. */
  readonly maxMemory: number;
  readonly convert: ConvertOptions;
  /** Which columns of tables of documents hold what. */
  readonly columns?: ColumnOptions;
  /** File of corrections that people made; they are applied to the records. */
  readonly corrections?: string;
  /** Write `report/index.html`, the page to review the dataset with. */
  readonly report?: boolean;
  /** With it, pictures of the pages of PDF and OFD files, of at most so many bytes in all. */
  readonly pageImages?: number;
  /** Let the page count copies of a notice too. */
  readonly keepCopies?: boolean;
  /** Keep a snapshot where the dataset differs from the newest one; left out: yes. */
  readonly snapshot?: boolean;
  /** URL of a module whose `convert` takes the place of the pipeline's. */
  readonly converter?: string;
}

/** What goes on, for progress bars and logs. */
export interface ExtractEvents {
  found(inputs: number): void;
  finished(outcome: Outcome): void;
  /** Pictures of pages were drawn for the review page. */
  pageImages?(drawn: DrawnPages): void;
  /** A line that a child wrote to its standard error. */
  childSays(line: string): void;
  /** The dataset is written as a whole, though one stands already that might have been gone on from. */
  wholly?(why: string): void;
}
