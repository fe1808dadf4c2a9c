import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { NamedFolder } from '../service/datasets/registry.js';
import { NoDatasetError, requireWhole } from '../workers/whole-dataset.js';
import { UsageError } from './exit-status.js';

/** `--dataset NAME=DIR`, as often as there are datasets. */
export const datasetOption = (): Option =>
  new Option(
    '-d, --dataset <name=dir>',
    'a dataset and the name that it is asked for by; may be repeated',
  )
    .argParser(addDataset)
    .default([], 'none');

function addDataset(value: string, former: readonly NamedFolder[]): NamedFolder[] {
  const [, name, folder] = /^([A-Za-z0-9][\w.-]{0,63})=(.+)$/s.exec(value) ?? [];
  if (name === undefined || folder === undefined) {
    throw new InvalidArgumentError(
      'Give a name of letters, digits, - and _, and a folder: plans=output.',
    );
  }
  if (former.some((each) => each.name === name)) {
    throw new InvalidArgumentError(`There are two datasets called ${name}.`);
  }
  return [...former, { name, folder: resolve(folder) }];
}

/** @throws UsageError where one of the folders holds no dataset */
export function requireDatasets(datasets: readonly NamedFolder[]): void {
  for (const { folder } of datasets) {
    try {
      requireWhole(folder);
    } catch (error) {
      if (error instanceof NoDatasetError) throw new UsageError(error.message);
      throw error;
    }
  }
}
