import type { SourceMeta } from '../schemas/index.js';

/** An input inside a container, or what stands in its place and cannot be one. */
export type Member = {
  /** Behind the uri of its container: `#12`, `!/a/b.docx`. */
  readonly address: string;
} & (
  | {
      readonly content: Uint8Array;
      /** The other columns of its row. */
      readonly meta?: SourceMeta;
      /** The encoding that its server named. */
      readonly charset?: string;
      readonly wrong?: never;
    }
  | { readonly wrong: Wrong; readonly content?: never }
);

/** Why a member, or the rest of a container, is no input. */
export interface Wrong {
  readonly code:
    | 'empty'
    | 'damaged'
    | 'encrypted'
    | 'unsafe_archive'
    | 'too_large'
    | 'too_many_members'
    | 'unsupported_format'
    | 'bad_row'
    | 'no_text_column';
  readonly says: string;
}

/** The container as a whole is at fault; nothing more of it can be read. */
export class ContainerError extends Error {
  constructor(
    readonly code: Wrong['code'],
    message: string,
  ) {
    super(message);
  }
}
