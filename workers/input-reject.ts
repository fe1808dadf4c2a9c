import { type Reject, type RejectCode, rejectMessage } from '../schemas/index.js';

/** What can keep an input from being read or converted, beside what its bytes hold. */
export type InputRejectCode = Extract<
  RejectCode,
  | 'missing'
  | 'unreadable'
  | 'not_a_file'
  | 'symlink_loop'
  | 'duplicate_folder'
  | 'dataset_folder'
  | 'empty'
  | 'unsupported_format'
  | 'too_large'
  | 'bad_row'
  | 'no_text_column'
  | 'too_many_members'
  | 'damaged'
  | 'encrypted'
  | 'unsafe_archive'
  | 'input_changed'
  | 'duplicate_input'
  | 'timeout'
  | 'out_of_memory'
  | 'crashed'
  | 'store_damaged'
>;

/** A reject that says what is wrong with an input and what to do; `says` is what is particular to it. */
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
    message: rejectMessage(code, detail.says),
    document_id: null,
  };
}
