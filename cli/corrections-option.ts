import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { CorrectionsError, readCorrections } from '../workers/corrections/read-corrections.js';
import { UsageError } from './exit-status.js';

interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** `--corrections NAME=FILE`, once for each dataset whose corrections are kept. */
export const correctionsOption = (): Option =>
  new Option(
    '--corrections <name=file>',
    'keep what reviewers decide on a dataset in this file; may be repeated',
  )
    .argParser(addFile)
    .default([], 'the browser keeps it');

function addFile(value: string, former: readonly NamedFile[]): NamedFile[] {
  const [, name, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (name === undefined || file === undefined) {
    throw new InvalidArgumentError(
      'Give the name of a dataset and a file: plans=corrections.jsonl.',
    );
  }
  const path = resolve(file);
  if (former.some((each) => each.name === name || each.path === path)) {
    throw new InvalidArgumentError('Give one file for each dataset, and to each its own.');
  }
  return [...former, { name, path }];
}

/** @throws UsageError where one names no dataset, holds no corrections or cannot be written */
export function requireCorrections(
  files: readonly NamedFile[],
  datasets: readonly { readonly name: string }[],
): void {
  for (const { name, path } of files) {
    if (!datasets.some((dataset) => dataset.name === name)) {
      throw new UsageError(`--corrections ${name}=…: there is no --dataset ${name}=….`);
    }
    try {
      if (existsSync(path)) readCorrections(path);
      accessSync(dirname(path), constants.W_OK);
    } catch (error) {
      if (error instanceof CorrectionsError) throw new UsageError(error.message);
      throw new UsageError(`Cannot write the corrections ${path}: ${(error as Error).message}`);
    }
  }
}
