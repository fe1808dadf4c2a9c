import type { Correction } from '../../../schemas/index.js';
import { storage } from '../storage.js';
import type { Decisions } from './decisions.js';

/** Milliseconds until what could not be sent is sent again. */
const AGAIN = 5000;

/** Decisions on a record that the service does not have yet. */
interface Unsaved {
  readonly key: string;
  /** What stood there when they were made. */
  readonly former: readonly Correction[];
  readonly corrections: readonly Correction[];
}

/**
 * Sends what is decided to the service that keeps it, one record after another. What could not be
 * sent is kept by the browser and tried again; where another has decided meanwhile, both are shown
 * until somebody chooses.
 */
export class Saver {
  /** What the service has, by record. */
  private readonly stand: Map<string, readonly Correction[]>;
  private isSending = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  /** @param place where the browser keeps what is not saved, and what was decided before a service kept it */
  constructor(
    private readonly decisions: Decisions,
    saved: readonly Correction[],
    documents: ReadonlySet<string>,
    private readonly place: { readonly unsaved: string; readonly decided: string },
    private readonly tell: () => void,
  ) {
    this.stand = byRecord(saved);
    for (const { key, former, corrections } of this.kept()) {
      decisions.restore(key, corrections);
      const stands = this.stand.get(key) ?? [];
      if (textOf(stands) !== textOf(former)) decisions.meet(key, stands);
    }
    this.takeOver(documents);
    decisions.listen(() => void this.send());
    void this.send();
  }

  /** Records whose decisions the service does not have. */
  get unsaved(): number {
    return this.open().length;
  }

  private open(): Unsaved[] {
    const here = byRecord(this.decisions.all);
    const keys = new Set([...here.keys(), ...this.stand.keys()]);
    return [...keys].flatMap((key) => {
      const former = this.stand.get(key) ?? [];
      const corrections = here.get(key) ?? [];
      return textOf(former) === textOf(corrections) ? [] : [{ key, former, corrections }];
    });
  }

  private async send(): Promise<void> {
    this.keep();
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.again);
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) await this.sendOne(next);
    } catch {
      this.again = setTimeout(() => void this.send(), AGAIN);
    } finally {
      this.isSending = false;
      this.tell();
    }
  }

  private next(): Unsaved | undefined {
    const unsettled = new Set(this.decisions.conflicts.map(({ key }) => key));
    return this.open().find(({ key }) => !unsettled.has(key));
  }

  private async sendOne({ key, former, corrections }: Unsaved): Promise<void> {
    const { record, id, document_id: document } = (corrections[0] ?? former[0])!;
    const response = await fetch(address(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ record, id, document_id: document, former, corrections }),
    });
    if (response.ok) this.stand.set(key, corrections);
    else if (response.status === 409) await this.meet(key, document);
    else throw new Error(`${response.status}`);
    this.keep();
  }

  /** Gets what another has decided. */
  private async meet(key: string, document: string): Promise<void> {
    const response = await fetch(`${address()}?document=${encodeURIComponent(document)}`);
    if (!response.ok) throw new Error(`${response.status}`);
    const { corrections } = (await response.json()) as { readonly corrections: Correction[] };
    const theirs = byRecord(corrections).get(key) ?? [];
    this.stand.set(key, theirs);
    this.decisions.meet(key, theirs);
  }

  /** What was decided in this browser before a service kept it; it stands there no longer. */
  private takeOver(documents: ReadonlySet<string>): void {
    const decided = read<Correction>(this.place.decided);
    const own = decided.filter(({ document_id: id }) => documents.has(id));
    if (own.length === 0) return;
    this.decisions.readIn(own);
    write(
      this.place.decided,
      decided.filter((each) => !own.includes(each)),
    );
  }

  private kept(): Unsaved[] {
    return read<Unsaved>(this.place.unsaved);
  }

  private keep(): void {
    write(this.place.unsaved, this.open());
  }
}

const address = (): string => new URL('corrections', location.href).href;

const textOf = (corrections: readonly Correction[]): string => JSON.stringify(corrections);

function byRecord(corrections: readonly Correction[]): Map<string, readonly Correction[]> {
  const found = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const key = `${correction.record} ${correction.id}`;
    found.set(key, [...(found.get(key) ?? []), correction]);
  }
  return found;
}

function read<Item>(key: string): Item[] {
  try {
    return JSON.parse(storage().getItem(key) ?? '[]') as Item[];
  } catch {
    return [];
  }
}

function write(key: string, items: readonly unknown[]): void {
  try {
    storage().setItem(key, JSON.stringify(items));
  } catch {
    // The browser keeps nothing: what is not saved holds until the page is closed.
  }
}
