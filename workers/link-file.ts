import { copyFileSync, linkSync } from 'node:fs';

/** The same file under another name, or a copy where the disk has no links. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
