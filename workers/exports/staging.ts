import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeLeftovers, untilExit } from '../leftovers.js';
import { makeFolder } from '../make-folder.js';

/** Names of such folders; group 1: the id of the process. */
export const STAGING = /^\.staging-(\d+)$/;

/** A folder inside another in which files are written before they are put in their place. */
export class Staging {
  readonly folder: string;
  private readonly clear: () => void;

  /** Makes the folder, and `out` around it; removes what runs that are no more have left there. */
  constructor(private readonly out: string) {
    makeFolder(out);
    removeLeftovers(out, STAGING);
    this.folder = join(out, `.staging-${process.pid}`);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
    this.clear = untilExit(() => rmSync(this.folder, { recursive: true, force: true }));
  }

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
    this.clear();
  }
}
