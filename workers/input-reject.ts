import type { Reject } from '../schemas/index.js';

/** What can keep an input from being read or converted, beside what its bytes hold. */
const SENTENCES = {
  missing: 'The file is not there (any more). Check the path, or run again without it.',
  unreadable: 'The file or folder cannot be read. Give this user the right to read it.',
  not_a_file: 'This is no regular file (a pipe, socket or device). Save its content as a file.',
  symlink_loop: 'The link leads back to a folder above it; what it holds is read there.',
  duplicate_folder: 'The link leads to a folder that is read already.',
  dataset_folder: 'The folder holds a dataset of gongwen, not notices. Name it to read it anyway.',
  unsupported_format:
    'No reader for this extension. Save it as .txt or .md, name the file itself to have it read as text, or list it in a .gongwenignore file beside it.',
  too_large: 'The file is larger than --max-bytes allows. Raise --max-bytes, or split the file.',
  input_changed: 'The file changed after it was submitted. Submit it again.',
  duplicate_input: 'The same bytes stand in another input, whose records the dataset holds.',
  timeout:
    'The time limit was reached and the work was stopped. Raise --timeout, or split the file.',
  out_of_memory: 'The memory limit was reached. Raise --max-memory, or split the file.',
  crashed: 'The work on this file ended unexpectedly. Please report it with the file.',
  store_damaged: 'Its result in the store was damaged during the run. Run again.',
} as const;

export type InputRejectCode = keyof typeof SENTENCES;

/** A reject that says what is wrong with an input and what to do; `detail` is put after it. */
export function inputReject(
  uri: string,
  code: InputRejectCode,
  detail: { sha256?: string | null; stage?: Reject['stage']; says?: string } = {},
): Reject {
  return {
    uri,
    sha256: detail.sha256 ?? null,
    stage: detail.stage ?? 'find',
    code,
    message: detail.says ? `${SENTENCES[code]} (${detail.says})` : SENTENCES[code],
    document_id: null,
  };
}
