import { statSync } from 'node:fs';
import type { EntryState, MadeFrom } from './emission/made-from.js';
import { settledState } from './file-state.js';
import type { FoundInput } from './find-inputs.js';
import type { Outcome } from './pool.js';
import { sha256, sha256OfFile } from './sha256.js';

/**
 * What the run before knew of inputs. A file that the system says nothing new of has the digest that
 * it had, and is not read; one that says the bytes of before has the result of before.
 */
export class RememberedInputs {
  /** What the system says of files now, before they are read. */
  readonly files = new Map<string, string>();
  /** Whether files were read whose digest might have been known. */
  hashed = false;
  private readonly entries: ReadonlyMap<string, EntryState>;
  private readonly digests = new Map<string, string>();

  /** `readAll`: every file is read, whatever the system says of it. */
  constructor(
    made: MadeFrom | null,
    private readonly readAll: boolean,
  ) {
    this.entries = new Map(made?.entries.map((entry) => [entry.uri, entry]));
  }

  /** Whether an input has the bytes that it had. Throws the system's error where it cannot be read. */
  isSame(input: FoundInput): boolean {
    const known = this.entries.get(input.uri);
    if (known?.sha256 == null) return false;
    return this.digestOf(input, known) === known.sha256;
  }

  /** Where the result of an input stands, if it has the bytes that it had; null: it is to be looked at. */
  outcomeOf(input: FoundInput): Outcome | null {
    const known = this.entries.get(input.uri);
    if (!input.content) this.stateOf(input.uri, input.path);
    if (!known?.key || known.charset !== input.charset || !this.canBeSame(input)) return null;
    const { key, sha256, bytes } = known;
    const done = { cached: true, remembered: true, milliseconds: 0, timings: {} } as const;
    return { input, stored: { key, sha256: sha256!, bytes: bytes!, ...done } };
  }

  private canBeSame(input: FoundInput): boolean {
    try {
      return this.isSame(input);
    } catch {
      // What cannot be read is told where it is converted.
      return false;
    }
  }

  private digestOf({ uri, path, content }: FoundInput, known: EntryState): string | null {
    if (content) return sha256(content);
    const settled = this.stateOf(uri, path);
    if (settled !== null && settled === known.file && !this.readAll) return known.sha256!;
    // What was edited is mostly longer or shorter.
    if (statSync(path).size !== known.bytes) return null;
    const digest = this.digests.get(uri) ?? sha256OfFile(path).sha256;
    this.digests.set(uri, digest);
    this.hashed = true;
    return digest;
  }

  /** Looked at before the file is read, so that what is written to it meanwhile shows. */
  private stateOf(uri: string, path: string): string | null {
    const seen = this.files.get(uri);
    if (seen !== undefined) return seen;
    const settled = settledState(path);
    if (settled !== null) this.files.set(uri, settled);
    return settled;
  }
}
