import { UnitTally } from '../pipeline/emit/unit-tally.js';
import type { DocumentRecord, Task, UnitRecord } from '../schemas/index.js';

/** Counts the bodies of a dataset anew, to compare `units.jsonl` with what its tasks say. */
export class UnitsCheck {
  private readonly tally = new UnitTally();
  private readonly regions = new Map<string, string | null>();
  private expected: Map<string, string> | null = null;

  document({ id, region }: DocumentRecord): void {
    this.regions.set(id, region);
  }

  task(task: Task): void {
    const region = this.regions.get(task.document_id) ?? null;
    this.tally.add({ id: task.document_id, region }, [task]);
  }

  /** What is wrong with a line of `units.jsonl`, or null; all tasks must have been seen. */
  unit(record: UnitRecord): string | null {
    this.expected ??= this.counted();
    const counted = this.expected.get(record.id);
    this.expected.delete(record.id);
    if (counted === undefined) return `${record.name}: no task names this body, or it stands twice`;
    return counted === JSON.stringify(record)
      ? null
      : `${record.name}: the tasks say otherwise: ${counted}`;
  }

  /** Names of bodies that tasks name and `units.jsonl` lacks. */
  missing(): string[] {
    this.expected ??= this.counted();
    return [...this.expected.values()].map((json) => (JSON.parse(json) as UnitRecord).name);
  }

  private counted(): Map<string, string> {
    return new Map(this.tally.records().map((record) => [record.id, JSON.stringify(record)]));
  }
}
