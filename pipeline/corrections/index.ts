import {
  type Correction,
  type Quantity,
  type Target,
  type Task,
  type Warning,
  warningOf,
} from '../../schemas/index.js';
import type { ConvertedDocument } from '../converted.js';
import { leadsOf } from '../refine/leads.js';
import { digestOfDocument, digestOfRecord } from './digest.js';
import { grounded } from './grounded.js';
import { KnownPages } from './place.js';
import { withoutRejected } from './without-rejected.js';

export { digestOfDocument, digestOfRecord } from './digest.js';

/** How many corrections went which way. */
export interface CorrectionCounts {
  applied: number;
  outdated: number;
  unknown: number;
}

export interface CorrectedDocument {
  readonly converted: ConvertedDocument;
  readonly counts: CorrectionCounts;
}

/**
 * Applies what people decided to the records of one document, in the order of the decisions. A
 * correction holds only while the words that its record stands on are the same; one whose source
 * has changed, or whose record is gone, changes nothing and leaves a warning. What is changed or
 * taken out leaves a warning as well, so that the dataset says where a person had a hand in it.
 */
export function applyCorrections(
  converted: ConvertedDocument,
  corrections: readonly Correction[],
): CorrectedDocument {
  return new Application(converted).run(corrections);
}

interface RecordPlace {
  /** Null: the document itself. */
  readonly at: Task['at'] | null;
  readonly start: number;
  readonly digest: string;
  readonly name: string;
}

class Application {
  private document: ConvertedDocument['document'];
  private readonly tasks: Map<string, Task>;
  private readonly targets: Map<string, Target>;
  private readonly pages: KnownPages;
  private readonly rejected = new Set<string>();
  private readonly warnings: Warning[] = [];
  private readonly counts: CorrectionCounts = { applied: 0, outdated: 0, unknown: 0 };

  constructor(private readonly given: ConvertedDocument) {
    this.document = given.document;
    this.tasks = new Map(given.tasks.map((task) => [task.id, task]));
    this.targets = new Map(given.targets.map((target) => [target.id, target]));
    this.pages = new KnownPages(given);
  }

  run(corrections: readonly Correction[]): CorrectedDocument {
    for (const correction of corrections) this.counts[this.apply(correction)]++;
    const changed: ConvertedDocument = {
      ...this.given,
      document: {
        ...this.document,
        warnings: [...this.document.warnings, ...once(this.warnings)],
      },
      tasks: [...this.tasks.values()],
      targets: [...this.targets.values()],
      quantities: this.given.quantities.map((quantity) => this.asItsTarget(quantity)),
    };
    return { converted: withoutRejected(changed, this.rejected), counts: this.counts };
  }

  /** A line of the ledger says the same as the target that it sets. */
  private asItsTarget(quantity: Quantity): Quantity {
    const target = quantity.target_id === null ? null : this.targets.get(quantity.target_id);
    if (!target) return quantity;
    const { indicator, op, value, unit } = target;
    return { ...quantity, indicator, op, value, unit };
  }

  private apply(correction: Correction): keyof CorrectionCounts {
    const place = this.place(correction);
    if (place === null) {
      this.warnings.push(warningOf('correction_unknown', null, correction.id));
      return 'unknown';
    }
    if (place.digest !== correction.digest) return this.outdated(place, '原文已变');
    if (correction.action === 'set') return this.set(correction, place);
    if (correction.action === 'reject') this.reject(correction, place);
    return 'applied';
  }

  private place({ record, id }: Correction): RecordPlace | null {
    const { text, document } = this.given;
    if (record === 'document') {
      if (id !== document.id) return null;
      return { at: null, start: 0, digest: digestOfDocument(this.given), name: document.title };
    }
    const found = record === 'task' ? this.tasks.get(id) : this.targets.get(id);
    if (!found) return null;
    const name = 'title' in found ? found.title : found.indicator;
    return { at: found.at, start: found.at.start, digest: digestOfRecord(text, found), name };
  }

  private set(
    correction: Extract<Correction, { action: 'set' }>,
    place: RecordPlace,
  ): keyof CorrectionCounts {
    const moved = place.start - correction.start;
    const values = grounded(correction.set, { text: this.given.text, moved, pages: this.pages });
    if (values === null) return this.outdated(place, '所引词语已不在原处');
    this.merge(correction, values);
    this.say('corrected_in_review', place, Object.keys(values).join(', '));
    return 'applied';
  }

  private reject(correction: Extract<Correction, { action: 'reject' }>, place: RecordPlace): void {
    if (correction.fields.length === 0 && correction.record !== 'document') {
      this.rejected.add(correction.id);
      this.say('rejected_in_review', place, correction.note ?? correction.record);
      return;
    }
    const lists = new Set<string>(['issuers', 'units', 'deadlines', 'contacts', 'keywords']);
    const empty = correction.fields.map((field) => [field, lists.has(field) ? [] : null]);
    this.merge(correction, Object.fromEntries(empty));
    this.say('corrected_in_review', place, correction.fields.join(', '));
  }

  private merge({ record, id }: Correction, values: object): void {
    if (record === 'document') this.document = { ...this.document, ...values };
    else if (record === 'target') {
      this.targets.set(id, { ...this.targets.get(id)!, ...values });
    } else {
      const task = { ...this.tasks.get(id)!, ...values };
      this.tasks.set(id, 'units' in values ? { ...task, ...leadsOf(task.units) } : task);
    }
  }

  private outdated(place: RecordPlace, why: string): 'outdated' {
    const { name, at } = place;
    this.warnings.push(warningOf('correction_outdated', at, `${name}：${why}`));
    return 'outdated';
  }

  private say(
    code: 'corrected_in_review' | 'rejected_in_review',
    { name, at }: RecordPlace,
    what: string,
  ): void {
    this.warnings.push(warningOf(code, at, `${name}：${what}`));
  }
}

/** Two decisions on one record may say the same. */
function once(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
