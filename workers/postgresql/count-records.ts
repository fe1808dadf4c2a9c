import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../dataset-places.js';

/** Records of a dataset as its description counts them; 0 where it does not. */
export function recordsOf(folder: string): number {
  try {
    const { resources } = JSON.parse(readFileSync(join(folder, PACKAGE), 'utf8')) as {
      readonly resources: readonly { readonly rows?: number }[];
    };
    return resources.reduce((sum, { rows = 0 }) => sum + rows, 0);
  } catch {
    // What is wrong with the folder is said when it is opened.
    return 0;
  }
}
