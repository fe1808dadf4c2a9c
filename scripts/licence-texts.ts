import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of the packages whose code a bundle holds, as their authors ask for it. */
export function licenceTexts({ inputs }: Metafile): string {
  const folders = new Set(
    Object.keys(inputs).flatMap(
      (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
    ),
  );
  return [...folders].map(textOf).sort().join('\n');
}

function textOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? (license ?? '') : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n\n${'-'.repeat(40)}\n`;
}
