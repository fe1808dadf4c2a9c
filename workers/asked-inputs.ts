import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Reject } from '../schemas/index.js';
import { ExtractError } from './extract-error.js';
import type { ExtractOptions } from './extract-options.js';
import {
  type FoundInput,
  type FoundInputs,
  findInputs,
  isInside,
  realpathOrSelf,
} from './find-inputs.js';
import { isWebAddress } from './web-address.js';

/**
 * What the paths hold.
 *
 * @throws ExtractError where they hold nothing, or lie in the output
 */
export function foundInputs(options: Pick<ExtractOptions, 'paths' | 'out'>): FoundInputs {
  refuseAddresses(options.paths);
  refuseOwnOutput(options);
  const found = findInputs(options.paths, options.out);
  refuseNothing(found.inputs, found.rejects);
  return found;
}

function refuseAddresses(paths: readonly string[]): void {
  const address = paths.find(isWebAddress);
  if (address === undefined) return;
  throw new ExtractError(
    `${address} is an address, and this reads files. Fetch it first (curl -O), give it to the queue (gongwen submit ${address} --out DIR), or have it looked at again and again (gongwen source add).`,
  );
}

/** A mistyped path must not put an empty dataset in the place of a full one. */
function refuseNothing(inputs: readonly FoundInput[], rejects: readonly Reject[]): void {
  if (inputs.length > 0 || rejects.some(({ code }) => code !== 'missing')) return;
  const missing = rejects.map(({ uri }) => JSON.stringify(uri)).join(', ');
  throw new ExtractError(
    missing
      ? `No such file or folder: ${missing}.`
      : 'No inputs found. Name files, or folders that hold notices: PDF, Word, Excel, OFD, HTML, text or Markdown.',
  );
}

function refuseOwnOutput(options: Pick<ExtractOptions, 'paths' | 'out'>): void {
  const out = realpathOrSelf(resolve(options.out));
  for (const path of options.paths) {
    const input = realpathOrSelf(resolve(path));
    // A file that is named as the output as well cannot be written to, which is said further on.
    if (isInside(input, out) && !isFile(out)) {
      throw new ExtractError(
        `The input ${path} lies in the output folder ${options.out}. Choose another --out.`,
      );
    }
  }
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
