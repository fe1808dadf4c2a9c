import { type CheerioAPI, load } from 'cheerio';
import { ReadError } from '../read-error.js';
import { ReaderInput } from '../reader.js';
import { decodeHtml } from './decode-html.js';
import { namedBase, readHtmlPage } from './html-document.js';
import { slimSource } from './slim-source.js';
import { looksLikeHtml } from './sniff-html.js';

/** A page as it was fetched. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where it was found; what its links are relative to, unless it names a base. */
  readonly url: string;
  /** The encoding that its header names; null where it does not. */
  readonly charset: string | null;
}

/** CSS selectors of a listing page. */
export interface ListingSelectors {
  /** Of the links to documents, or of elements that hold them. */
  readonly links: string;
  /** Of the link to the next page; null where there is none. */
  readonly next: string | null;
  /** Forced encoding; null: by the bytes, the header and the page. */
  readonly encoding: string | null;
}

/**
 * The addresses that a listing page leads to, absolute, each once, in the page's order; of the
 * links only http and https.
 *
 * @throws ReadError where the bytes are no text; SyntaxError where a selector is none
 */
export function listingLinks(
  page: FetchedPage,
  { links, next, encoding }: ListingSelectors,
): { readonly links: readonly string[]; readonly next: string | null } {
  const $ = load(slimSource(decoded(page, encoding)));
  const base = absoluteBase(namedBase($), page.url);
  return {
    links: addresses($, links, base),
    next: next === null ? null : (addresses($, next, base)[0] ?? null),
  };
}

/** Whether a text is a CSS selector that can be searched for. */
export function isSelector(text: string): boolean {
  try {
    load('<p></p>').root().find(text);
    return text.trim() !== '' && !text.includes('<');
  } catch {
    return false;
  }
}

/** The addresses of the attachments that a page's article links to; none where it is no web page. */
export function attachmentLinks({ bytes, url, charset }: FetchedPage): readonly string[] {
  if (!looksLikeHtml(bytes, url)) return [];
  try {
    const input = new ReaderInput(bytes, url, { encoding: null, charset });
    const { attachments, base } = readHtmlPage(input);
    const from = absoluteBase(base, url);
    return unique(attachments.flatMap((link) => absolute(link, from)));
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}

function decoded({ bytes, charset }: FetchedPage, encoding: string | null): string {
  try {
    return decodeHtml(bytes, encoding, charset).text;
  } catch (error) {
    // Too few characters to tell the encoding from; addresses are ASCII in nearly all of them.
    if (!(error instanceof ReadError) || error.code !== 'bad_encoding' || encoding !== null)
      throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const absoluteBase = (named: string | null, url: string): string =>
  (named === null ? undefined : absolute(named, url)[0]) ?? url;

function addresses($: CheerioAPI, selector: string, base: string): readonly string[] {
  const found: string[] = [];
  for (const element of $.root().find(selector).get()) {
    const links = hasAddress(element) ? [element] : $(element).find('[href]').get();
    for (const { attribs } of links) found.push(...absolute(attribs.href ?? '', base));
  }
  return unique(found);
}

const hasAddress = ({ attribs }: { readonly attribs: Readonly<Record<string, string>> }) =>
  attribs.href !== undefined;

/** None, or one: http and https alone, without what stands after #. */
function absolute(link: string, base: string): string[] {
  const written = link.trim();
  if (written === '' || written.startsWith('#')) return [];
  let url: URL;
  try {
    url = new URL(written, base);
  } catch {
    return [];
  }
  if (!/^https?:$/.test(url.protocol)) return [];
  url.hash = '';
  return [url.href];
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
