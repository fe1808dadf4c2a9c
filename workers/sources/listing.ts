import type { Reject } from '../../schemas/index.js';
import type { Source } from '../../schemas/source.js';
import { FetchError } from '../fetch/fetch-error.js';
import type { Copier } from './copier.js';
import { fetchReject } from './fetch-reject.js';

export interface Listed {
  /** Addresses of documents, each once, in the pages' order. */
  readonly urls: readonly string[];
  /** Listing pages that could not be read. */
  readonly rejects: readonly Reject[];
}

type Listing = Extract<Source, { kind: 'listing' }>;

/** Reads listing pages one after another until there is no next one, or they are enough. */
export async function listedDocuments(source: Listing, copier: Copier): Promise<Listed> {
  const urls = new Set<string>();
  const rejects: Reject[] = [];
  const pages = new Set<string>();
  let page: string | null = source.url;
  while (page !== null && !pages.has(page) && pages.size < source.max_pages) {
    const url: string = page;
    pages.add(url);
    try {
      const { links, next } = await readPage(source, url, copier, rejects);
      for (const link of links) urls.add(link);
      page = next;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      rejects.push(fetchReject(url, error, false));
      page = null;
    }
  }
  return { urls: [...urls].filter((url) => !pages.has(url)), rejects };
}

async function readPage(source: Listing, url: string, copier: Copier, rejects: Reject[]) {
  const { copy, error } = await copier.copy(url);
  const bytes = copy && (await copier.copies.bytes(copy));
  if (bytes === null || copy === null) throw error ?? new FetchError('fetch_network', url);
  if (error) rejects.push(fetchReject(url, error, true));
  const page = { bytes, url: copy.final_url, charset: copy.charset };
  const listed = await copier.pages.listing(page, source);
  if (listed.links.length === 0) throw new FetchError('fetch_no_links', url, source.links);
  return listed;
}
