import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertedDocument } from '../pipeline/converted.js';
import { type CopyMark, copiesAmong, copyMark } from '../pipeline/emit/copies/copies.js';
import { dataPackage, type FileCount } from '../pipeline/emit/data-package.js';
import { jsonLine, TABLES, type Table, textPath } from '../pipeline/emit/tables.js';
import { UnitTally } from '../pipeline/emit/unit-tally.js';
import type { DocumentRecord, Reject } from '../schemas/index.js';
import { takeSnapshot } from './changes/snapshot.js';
import { fileRecords } from './changes/sync-lines.js';
import { CountedFile } from './counted-file.js';
import { openOutput, PACKAGE, WORK_FOLDER } from './dataset-places.js';
import { OF_A_RUN, removeLeftovers } from './leftovers.js';

export { openOutput, PACKAGE, WORK_FOLDER };

const RUN = 'run.json';

/** How a dataset is put into place. */
export interface Publishing {
  /** Whether a snapshot is kept where the dataset differs from the newest one (default: yes). */
  readonly snapshot?: boolean;
}

/**
 * A dataset in the making, written beside the one that stands (`<out>/.gongwen/staging-<pid>/`).
 * `publish` then takes the former description away, moves file after file into place and puts the
 * new `datapackage.json` last. A whole folder cannot be renamed over another, and the output folder
 * may be a mount point or hold files of others; so the description is the sign that a dataset is
 * whole: a folder without it is being written, and one with it holds what it describes.
 */
export class DatasetWriter {
  private readonly staging: string;
  private readonly tables: readonly { readonly table: Table; readonly file: CountedFile }[];
  private readonly byName: ReadonlyMap<Table['name'], CountedFile>;
  private readonly units = new UnitTally();
  private readonly marks: CopyMark[] = [];
  private readonly textPaths: string[] = [];
  private readonly textsHash = createHash('sha256');
  private textsBytes = 0;

  constructor(
    private readonly out: string,
    options: { readonly tokens: boolean },
    writer = String(process.pid),
  ) {
    removeLeftovers(join(out, WORK_FOLDER), OF_A_RUN);
    this.staging = join(out, WORK_FOLDER, `staging-${writer}`);
    rmSync(this.staging, { recursive: true, force: true });
    mkdirSync(join(this.staging, 'texts'), { recursive: true });
    this.tables = TABLES.filter(({ name }) => name !== 'tokens' || options.tokens).map((table) => ({
      table,
      file: new CountedFile(join(this.staging, table.path)),
    }));
    this.byName = new Map(this.tables.map(({ table, file }) => [table.name, file]));
  }

  addDocument(converted: ConvertedDocument): void {
    const path = textPath(converted.document.id);
    const text = Buffer.from(converted.text);
    writeFileSync(join(this.staging, path), text);
    this.textPaths.push(path);
    this.textsHash.update(text);
    this.textsBytes += text.length;
    this.add('documents', [converted.document]);
    this.add('tasks', converted.tasks);
    this.add('targets', converted.targets);
    this.add('quantities', converted.quantities);
    this.add('tokens', converted.tokens);
    this.units.add(converted.document, converted.tasks);
    this.marks.push(copyMark(converted.document, converted.text));
  }

  addReject(reject: Reject): void {
    this.add('rejects', [reject]);
  }

  /** Puts the dataset in the place of the former one. */
  publish(run: object, { snapshot = true }: Publishing = {}): void {
    this.add('units', this.units.records());
    const tables = this.tables.map(({ table, file }) => ({
      table,
      count: table.name === 'documents' ? this.withCopies(file) : file.close(),
    }));
    const texts = { paths: this.textPaths, bytes: this.textsBytes };
    const description = dataPackage(tables, { ...texts, sha256: this.textsHash.digest('hex') });
    writeFileSync(join(this.staging, RUN), pretty(run));
    writeFileSync(join(this.staging, PACKAGE), pretty(description));
    rmSync(join(this.out, PACKAGE), { force: true });
    for (const { path } of TABLES) {
      if (tables.some(({ table }) => table.path === path)) this.move(path);
      else rmSync(join(this.out, path), { force: true });
    }
    this.moveTexts();
    this.move(RUN);
    this.move(PACKAGE);
    if (snapshot) {
      const paths = tables.map(({ table }) => table.path);
      const files = [PACKAGE, RUN, ...paths, 'texts'];
      takeSnapshot({ out: this.out, files, staging: this.staging, now: new Date() });
    }
    this.discard();
  }

  /** Takes back what was written beside; the former dataset stands as it was. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
  }

  private add(name: Table['name'], records: readonly object[]): void {
    const file = this.byName.get(name);
    for (const record of records) file?.add(jsonLine(record));
  }

  /** Writes documents anew where some are the same notice, which is known only when all are there. */
  private withCopies(file: CountedFile): FileCount {
    const count = file.close();
    const copies = copiesAmong(this.marks);
    if (copies.size === 0) return count;
    const path = join(this.staging, 'documents.jsonl');
    const former = `${path}.former`;
    renameSync(path, former);
    const written = new CountedFile(path);
    for (const document of fileRecords<DocumentRecord>(former)) {
      written.add(jsonLine({ ...document, ...copies.get(document.id) }));
    }
    rmSync(former);
    return written.close();
  }

  private move(path: string): void {
    renameSync(join(this.staging, path), join(this.out, path));
  }

  private moveTexts(): void {
    if (existsSync(join(this.out, 'texts'))) {
      renameSync(join(this.out, 'texts'), join(this.staging, 'former-texts'));
    }
    this.move('texts');
  }
}

const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
