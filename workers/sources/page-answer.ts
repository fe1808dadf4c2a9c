import {
  attachmentLinks,
  type FetchedPage,
  type ListingSelectors,
  listingLinks,
} from '../../pipeline/read/html/page-links.js';
import { ReadError } from '../../pipeline/read/read-error.js';

/** A page whose links are asked for: those of a listing, or of attachments where it is none. */
export interface PageQuestion {
  readonly page: FetchedPage;
  readonly listing: ListingSelectors | null;
}

/** What a page leads to, or why that cannot be told. */
export type PageAnswer =
  | { readonly links: readonly string[]; readonly next: string | null }
  | { readonly fault: 'fetch_bad_answer' | 'fetch_bad_selector'; readonly says: string };

/** Reads a page's links; takes as long as its size asks for. */
export function pageAnswer({ page, listing }: PageQuestion): PageAnswer {
  if (listing === null) return { links: attachmentLinks(page), next: null };
  try {
    return listingLinks(page, listing);
  } catch (error) {
    const fault = error instanceof ReadError ? 'fetch_bad_answer' : 'fetch_bad_selector';
    return { fault, says: (error as Error).message };
  }
}
