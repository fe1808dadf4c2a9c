import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Correction, RecordKind } from '../../schemas/index.js';
import { CorrectionsError, readCorrections } from '../../workers/corrections/read-corrections.js';
import { LockHeldError, withFileLock } from './file-lock.js';

/** The record that decisions are about. */
export interface DecidedRecord {
  readonly record: RecordKind;
  readonly id: string;
}

/** The decisions on a record, and what whoever made them took for those that stood before. */
export interface DecisionChange extends DecidedRecord {
  readonly former: readonly Correction[];
  readonly corrections: readonly Correction[];
}

/** Somebody else has decided on the record since. */
export class DecisionConflictError extends Error {}

/**
 * A file of corrections that a service keeps. Changes are made one after another, those of other services that keep
 * the same file among them, each to the file as it stands then; a reader sees the file before or after a change.
 */
export class CorrectionsFile {
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly path: string) {}

  /** All of them; none where there is no file yet. @throws CorrectionsError */
  read(): readonly Correction[] {
    return existsSync(this.path) ? readCorrections(this.path).corrections : [];
  }

  /**
   * Puts decisions on a record in the place of those that stood there. The same again changes nothing.
   *
   * @throws DecisionConflictError, CorrectionsError
   */
  change(change: DecisionChange): Promise<void> {
    const done = this.last.then(() => this.alone(() => this.make(change)));
    this.last = done.catch(() => {});
    return done;
  }

  /** @throws CorrectionsError where another process keeps the file, or its folder cannot be written to */
  private async alone(work: () => Promise<void>): Promise<void> {
    try {
      await withFileLock(`${this.path}.lock`, work);
    } catch (error) {
      if (
        !(error instanceof LockHeldError) &&
        (error as NodeJS.ErrnoException).code === undefined
      ) {
        throw error;
      }
      const { message } = error as Error;
      throw new CorrectionsError(`Cannot write the corrections ${this.path}: ${message}`);
    }
  }

  private async make({ record, id, former, corrections }: DecisionChange): Promise<void> {
    const all = this.read();
    const isOf = (each: Correction): boolean => each.record === record && each.id === id;
    const stand = linesOf(all.filter(isOf));
    if (stand === linesOf(corrections)) return;
    if (stand !== linesOf(former)) throw new DecisionConflictError();
    await this.write(linesOf([...all.filter((each) => !isOf(each)), ...corrections]));
  }

  /** Beside it, then in its place; the disk has it before this is done. */
  private async write(content: string): Promise<void> {
    const beside = `${this.path}.${process.pid}.part`;
    try {
      const file = await open(beside, 'w');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, this.path);
      const folder = await open(dirname(this.path));
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      await rm(beside, { force: true });
      const { message } = error as Error;
      throw new CorrectionsError(`Cannot write the corrections ${this.path}: ${message}`);
    }
  }
}

/** The lines of a file that holds them. */
export const linesOf = (corrections: readonly Correction[]): string =>
  corrections.map((correction) => `${JSON.stringify(correction)}\n`).join('');
