import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../is-alive.js';
import { makeFolder } from '../make-folder.js';

const STAGING = /^\.staging-(\d+)$/;

/** A folder inside another in which files are written before they are put in their place. */
export class Staging {
  readonly folder: string;

  /** Makes the folder, and `out` around it; removes what runs that are no more have left there. */
  constructor(private readonly out: string) {
    makeFolder(out);
    for (const name of readdirSync(out)) {
      const pid = STAGING.exec(name)?.[1];
      if (pid !== undefined && !isAlive(Number(pid))) {
        rmSync(join(out, name), { recursive: true, force: true });
      }
    }
    this.folder = join(out, `.staging-${process.pid}`);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
    // A signal ends a command wherever it is.
    process.once('exit', this.clear);
  }

  private readonly clear = (): void => rmSync(this.folder, { recursive: true, force: true });

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Puts a file or folder in its place; a former folder of that name goes. */
  publish(name: string): void {
    const place = join(this.out, name);
    if (existsSync(place)) renameSync(place, this.path(`former-${basename(name)}`));
    mkdirSync(dirname(place), { recursive: true });
    renameSync(this.path(name), place);
  }

  remove(): void {
    process.off('exit', this.clear);
    this.clear();
  }
}
