import { Problem, retryAfter } from './problem.js';

/** Times the largest document that bodies may take in memory together. */
const BODIES = 4;

/** Lets in no more documents, and no more bytes of them, than can be held at a time. */
export class Admission {
  private documents = 0;
  private bytes = 0;

  constructor(
    private readonly limits: { readonly documents: number; readonly maxBytes: number },
    /** Seconds until a place is free, as far as can be told. */
    private readonly patience: () => number,
  ) {}

  /** Documents that are in. */
  get size(): number {
    return this.documents;
  }

  /**
   * Takes a place for a body of so many bytes, or of unknown size; gives what frees it.
   *
   * @throws Problem
   */
  enter(declared: number | null): () => void {
    const { documents, maxBytes } = this.limits;
    if (declared !== null && declared > maxBytes) {
      throw new Problem(
        'too_large',
        `The body has ${declared} bytes; ${maxBytes} are read at most.`,
      );
    }
    const bytes = declared ?? maxBytes;
    const isFull = this.documents >= documents || this.bytes + bytes > BODIES * maxBytes;
    if (isFull) {
      throw new Problem(
        'busy',
        'Too many documents are at work. Come again.',
        retryAfter(this.patience()),
      );
    }
    this.documents++;
    this.bytes += bytes;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.documents--;
      this.bytes -= bytes;
    };
  }
}
