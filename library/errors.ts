/** What can be wrong with a call, for programs; what is wrong with an input is a reject instead. */
export type GongwenErrorCode =
  /** An option or argument means nothing. */
  | 'bad_option'
  /** The extractor was closed before the work ended. */
  | 'closed'
  /** Child processes do not start, or the machine fails otherwise. */
  | 'engine'
  /** The folder holds no dataset. */
  | 'no_dataset'
  /** A dataset holds what its format does not allow. */
  | 'damaged_dataset'
  /** Asked for with `onReject: 'throw'`: an input, or a record, was rejected. */
  | 'rejected';

/** Every error that this library throws itself; an aborted call throws its signal's reason. */
export class GongwenError extends Error {
  override readonly name: string = 'GongwenError';

  constructor(
    readonly code: GongwenErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An option or argument means nothing; the message says what would. */
export class OptionError extends GongwenError {
  override readonly name = 'OptionError';

  constructor(message: string) {
    super('bad_option', message);
  }
}

/** The work cannot go on, whatever the input. */
export class EngineError extends GongwenError {
  override readonly name = 'EngineError';

  constructor(code: 'closed' | 'engine', message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/** A folder holds no dataset, or a damaged one. */
export class DatasetError extends GongwenError {
  override readonly name = 'DatasetError';

  constructor(
    code: 'no_dataset' | 'damaged_dataset',
    message: string,
    /** Where the damage is: a file of the dataset and a line counted from 1. */
    readonly place: { readonly file: string; readonly line: number } | null = null,
  ) {
    super(code, message);
  }
}
