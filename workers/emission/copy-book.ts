import {
  type Copies,
  type CopyHead,
  type CopyMark,
  copyMark,
  findCopies,
  textsAgree,
} from '../../pipeline/emit/copies/copies.js';
import type { FormerDataset, FormerDocument } from './former-dataset.js';
import type { DocumentState, WrittenDocument } from './made-from.js';

/** A document of the dataset in the making. */
interface Page extends CopyHead {
  readonly state: DocumentState;
  /** Where it stands as it did: its texts are read again only where they are asked for. */
  readonly former: FormerDocument | null;
  /** All that its text is compared by. */
  mark: CopyMark | null;
  readonly alike: string[];
  readonly apart: string[];
}

/**
 * Finds the documents of a dataset that are one notice. What two documents that are kept were found
 * to be by an earlier run is remembered; only the others' texts are compared.
 */
export class CopyBook {
  private readonly pages: Page[] = [];

  constructor(private readonly dataset: FormerDataset | null) {}

  /** A new document with its mark, or one that stands as it did. */
  add(state: DocumentState, from: CopyMark | FormerDocument): void {
    const [former, mark] = 'starts' in from ? [from, null] : [null, from];
    const { id, head } = state.written;
    this.pages.push({ ...head, id, state, former, mark, alike: [], apart: [] });
  }

  /** The copies of each document that has some; all documents must have been added. */
  find(): Map<string, Copies> {
    const copies = findCopies(this.pages, (first, page) => {
      const agree = this.agree(first, page);
      (agree ? page.alike : page.apart).push(first.id);
      return agree;
    });
    for (const { state, alike, apart } of this.pages) {
      const { alike: _, apart: __, ...written } = state.written;
      if (differ(state.written, alike, apart)) {
        state.written = {
          ...written,
          ...(alike.length > 0 && { alike }),
          ...(apart.length > 0 && { apart }),
        };
      }
    }
    return copies;
  }

  private agree(first: Page, page: Page): boolean {
    if (first.former && page.former) {
      if (page.state.written.alike?.includes(first.id)) return true;
      if (page.state.written.apart?.includes(first.id)) return false;
    }
    return textsAgree(this.markOf(first), this.markOf(page));
  }

  private markOf(page: Page): CopyMark {
    if (page.mark === null) {
      const { record, text } = this.dataset!.read(page.former!);
      page.mark = copyMark(record, text);
    }
    return page.mark;
  }
}

const differ = (
  { alike: a = [], apart: b = [] }: WrittenDocument,
  alike: readonly string[],
  apart: readonly string[],
): boolean => a.join() !== alike.join() || b.join() !== apart.join();
