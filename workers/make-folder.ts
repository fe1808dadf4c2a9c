import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those around it that are not there, one by one: where a file system takes no
 * folders and says that there is no such place, as /proc does, making them in one call never ends.
 *
 * @throws the system's error, which names the path
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let place = resolve(folder);
  while (!isFolder(place)) {
    missing.push(place);
    place = dirname(place);
  }
  for (const path of missing.reverse()) {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another process may have made it since.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(path)) throw error;
    }
  }
}

/** The root of a file system is one, so that looking upwards comes to an end. */
const isFolder = (path: string): boolean =>
  dirname(path) === path || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
