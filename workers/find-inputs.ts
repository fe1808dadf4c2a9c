import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { CONTAINER_EXTENSIONS } from '../containers/kinds.js';
import type { Reject, SourceMeta } from '../schemas/index.js';
import { inputReject } from './input-reject.js';

/** A file to be read. */
export interface FoundInput {
  /** What records call it: relative to the current folder where it lies inside it, `/` between. */
  readonly uri: string;
  /** Absolute path. */
  readonly path: string;
  /** What it holds, where it is no file of its own; `path` then is of no account. */
  readonly content?: Uint8Array;
  /** What the row that it stands in says of it. */
  readonly meta?: SourceMeta;
  /** Address of the page that it is attached to. */
  readonly attachmentOf?: string;
  /** The encoding that its server named; it can change what is read. */
  readonly charset?: string;
}

export interface FoundInputs {
  /** Sorted by `uri`, each once. */
  readonly inputs: readonly FoundInput[];
  /** What was found and cannot be an input. */
  readonly rejects: readonly Reject[];
}

/** Extensions that have a reader; a folder gives only files that end in one of them. */
export const READABLE_EXTENSIONS: readonly string[] = [
  ...['.txt', '.text', '.md', '.markdown', '.pdf', '.html', '.htm', '.shtml', '.xhtml'],
  ...['.docx', '.docm', '.xlsx', '.xlsm', '.doc', '.wps', '.rtf', '.xls', '.et', '.ofd'],
  ...['.png', '.jpg', '.jpeg', '.tif', '.tiff'],
];
/** A file of this name lists, one a line, the names beside it that a folder does not give. */
export const IGNORE_FILE = '.gongwenignore';
const ORIGIN_NOTE = '.origin.json';
const DATASET_FILES = ['datapackage.json', 'documents.jsonl', 'run.json'];

/**
 * Lists the files under the given paths. A file named by itself is always taken; of a folder, the
 * files whose extension has a reader. Names that begin with `.` or `_`, `*.origin.json`, what an
 * ignore file lists and the dataset in `out` are passed over; everything else becomes a reject.
 */
export function findInputs(paths: readonly string[], out: string): FoundInputs {
  const walk = new Walk(realpathOrSelf(resolve(out)));
  for (const path of paths) walk.take(resolve(path), true, []);
  return walk.found();
}

/** The path with links resolved; of a path that does not stand yet, its parent's. */
export function realpathOrSelf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : join(realpathOrSelf(parent), relative(parent, path));
  }
}

/** Whether `path` is `folder` or lies in it; both absolute and resolved. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

class Walk {
  private readonly inputs = new Map<string, FoundInput>();
  private readonly rejects = new Map<string, Reject>();
  private readonly visited = new Set<string>();

  constructor(private readonly out: string) {}

  found(): FoundInputs {
    return {
      inputs: [...this.inputs.values()].sort((a, b) => byCodeUnit(a.uri, b.uri)),
      // A file may be named by itself and lie in a folder that does not give it.
      rejects: [...this.rejects.values()].filter(({ uri }) => !this.inputs.has(uri)),
    };
  }

  /** Takes a file, or what a folder holds; `above` are the real paths of the folders over it. */
  take(path: string, named: boolean, above: readonly string[]): void {
    const stats = this.stats(path);
    if (stats === null) return;
    if (stats.isDirectory()) this.takeFolder(path, above);
    else if (!stats.isFile()) this.reject(path, 'not_a_file');
    else if (named || hasReader(path)) {
      const uri = uriOf(path);
      this.inputs.set(uri, { uri, path });
    } else this.reject(path, 'unsupported_format');
  }

  private takeFolder(path: string, above: readonly string[]): void {
    try {
      const real = realpathSync(path);
      const names = readdirSync(path).sort(byCodeUnit);
      const isDataset = DATASET_FILES.every((name) => names.includes(name));
      if (real === this.out) return;
      if (above.includes(real)) this.reject(path, 'symlink_loop');
      else if (this.visited.has(real)) this.takeAgain(path);
      else if (isDataset && above.length > 0) this.reject(path, 'dataset_folder');
      else this.takeNames(path, names, [...above, real]);
    } catch (error) {
      this.reject(path, codeOf(error));
    }
  }

  private takeNames(folder: string, names: readonly string[], above: readonly string[]): void {
    this.visited.add(above.at(-1)!);
    const ignored = this.ignoredNames(folder, names);
    for (const name of names) {
      if (/^[._]/.test(name) || name.endsWith(ORIGIN_NOTE) || ignored.has(name)) continue;
      this.take(join(folder, name), false, above);
    }
  }

  /** A link to a folder that is read elsewhere is said; a folder that is named twice is not. */
  private takeAgain(path: string): void {
    if (lstatSync(path).isSymbolicLink()) this.reject(path, 'duplicate_folder');
  }

  private ignoredNames(folder: string, names: readonly string[]): ReadonlySet<string> {
    if (!names.includes(IGNORE_FILE)) return new Set();
    const lines = readFileSync(join(folder, IGNORE_FILE), 'utf8').split(/\r?\n/);
    return new Set(lines.map((line) => line.trim()).filter((line) => line && line[0] !== '#'));
  }

  private stats(path: string): Stats | null {
    try {
      return statSync(path);
    } catch (error) {
      this.reject(path, codeOf(error));
      return null;
    }
  }

  private reject(path: string, code: Parameters<typeof inputReject>[1]): void {
    const uri = uriOf(path);
    this.rejects.set(uri, inputReject(uri, code));
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same as a set, of documents alone. */
export const READABLE: ReadonlySet<string> = new Set(READABLE_EXTENSIONS);
const CONTAINERS: ReadonlySet<string> = new Set(CONTAINER_EXTENSIONS);
const hasReader = (path: string): boolean => {
  const extension = extname(path).toLowerCase();
  return READABLE.has(extension) || CONTAINERS.has(extension);
};

function uriOf(path: string): string {
  const here = process.cwd();
  if (path === here) return '.';
  const inside = here.endsWith(sep) ? here : here + sep;
  const name = path.startsWith(inside) ? path.slice(inside.length) : path;
  return sep === '/' ? name : name.split(sep).join('/');
}

/** The reject code that says what an error of the file system means. */
export function codeOf(error: unknown): 'missing' | 'symlink_loop' | 'unreadable' {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'ELOOP' ? 'symlink_loop' : 'unreadable';
}
