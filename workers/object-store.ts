import { randomBytes } from 'node:crypto';
import { accessSync, constants, rmSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { leftovers } from './leftovers.js';
import { makeFolder } from './make-folder.js';

/**
 * Where results and notes are kept: named pieces of bytes, each written whole. A folder that all
 * machines share serves it, and so can an object store. Names are relative, `/` between their parts.
 */
export interface ObjectStore {
  /** The content, or null where there is none. */
  get(name: string): Promise<Buffer | null>;
  /** True where it was put; false, and nothing changed, where the name is taken. */
  putIfAbsent(name: string, content: string | Uint8Array): Promise<boolean>;
  /** Puts it in the place of what the name had. */
  put(name: string, content: string | Uint8Array): Promise<void>;
  /** Takes it away where it is there. */
  remove(name: string): Promise<void>;
  /** Names that begin with `prefix`, a folder's path that ends in `/`, in their order. */
  list(prefix: string): AsyncIterable<string>;
}

/** An object store that can be opened. */
export interface KeptObjects extends ObjectStore {
  /** The folder that holds it; null where there is none that other programs could read. */
  readonly folder: string | null;
  /** Checks that it can be written to; throws the system's error, or a StoreDownError. */
  open(): void | Promise<void>;
  /** Looks whether it is still there, for those who ask every few seconds; throws the same. */
  look(): void | Promise<void>;
}

/** A store does not answer, or does not let us: nothing is known of what it holds. */
export class StoreDownError extends Error {
  /** As the system's errors have one. */
  readonly code = 'ESTORE';
}

/** Folder of the pieces that are being written. */
export const PARTS = 'parts';
/** Pieces that former versions were writing, beside their place. */
const BESIDE = /\.[0-9a-f]{16}\.part$/;
/** Processes of other machines that share a folder have ids of their own. */
const MACHINE = hostname().replace(/[^a-z0-9]/gi, '-');
const OF_THIS_MACHINE = new RegExp(`^${MACHINE}\\.(\\d+)\\.[0-9a-f]{16}\\.part$`);

/**
 * A folder as an object store. Pieces are written in a folder of their own and renamed (or linked, where the name must
 * be free), so that any number of processes and machines may share it. Errors are the system's.
 */
export class FolderObjects implements KeptObjects {
  constructor(readonly folder: string) {}

  /** Makes the folder and checks that it can be written to; throws the system's error. */
  open(): void {
    makeFolder(this.folder);
    accessSync(this.folder, constants.W_OK);
  }

  look(): void {
    this.open();
  }

  /** Takes away what killed processes of this machine were writing. */
  clearParts(): void {
    for (const path of this.deadParts()) rmSync(path, { force: true });
  }

  /** Paths of what killed processes of this machine were writing. */
  deadParts(): string[] {
    return leftovers(join(this.folder, PARTS), OF_THIS_MACHINE).filter(
      (path) => !path.includes(`${MACHINE}.${process.pid}.`),
    );
  }

  async get(name: string): Promise<Buffer | null> {
    try {
      return await readFile(this.path(name));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  }

  async put(name: string, content: string | Uint8Array): Promise<void> {
    await this.writeBeside(name, content, (beside) => rename(beside, this.path(name)));
  }

  async putIfAbsent(name: string, content: string | Uint8Array): Promise<boolean> {
    let put = true;
    await this.writeBeside(name, content, async (beside) => {
      try {
        await link(beside, this.path(name));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EEXIST') put = false;
        else if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') {
          put = await this.renameIfAbsent(beside, name);
        } else throw error;
      }
      await rm(beside, { force: true });
    });
    return put;
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  async *list(prefix: string): AsyncGenerator<string> {
    for (const entry of await this.entries(prefix)) {
      const name = prefix + entry.name;
      if (entry.isDirectory()) yield* this.list(`${name}/`);
      else if (!BESIDE.test(name)) yield name;
    }
  }

  private async entries(prefix: string) {
    try {
      const entries = await readdir(this.path(prefix), { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  /** For file systems without links; two writers at once may both believe that they came first. */
  private async renameIfAbsent(beside: string, name: string): Promise<boolean> {
    if ((await this.get(name)) !== null) return false;
    await rename(beside, this.path(name));
    return true;
  }

  private async writeBeside(
    name: string,
    content: string | Uint8Array,
    place: (beside: string) => Promise<void>,
  ): Promise<void> {
    const path = this.path(name);
    const part = `${MACHINE}.${process.pid}.${randomBytes(8).toString('hex')}.part`;
    const beside = this.path(`${PARTS}/${part}`);
    try {
      await inFolder(dirname(beside), () => writeFile(beside, content));
      await inFolder(dirname(path), () => place(beside));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  private path(name: string): string {
    return join(this.folder, ...name.split('/'));
  }
}

/** Does something in a folder, which is made where it is not there. */
async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(folder, { recursive: true });
    await work();
  }
}
