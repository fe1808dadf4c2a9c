import type { FetchedPage } from '../../pipeline/read/html/page-links.js';
import { FetchError } from '../fetch/fetch-error.js';
import type { Fetcher } from '../fetch/fetcher.js';
import type { PageLinks } from './page-links.js';
import type { WebCopies, WebCopy } from './web-copies.js';

/** What became of an address. */
export interface Copied {
  /** What is held of it now; null where it is gone or was never had. */
  readonly copy: WebCopy | null;
  /** Whether its bytes are those of the time before. */
  readonly unchanged: boolean;
  /** Why it was not fetched this time; a copy of the time before may stand all the same. */
  readonly error: FetchError | null;
}

/** Keeps copies of addresses up to date; an address is asked for once, whoever wants it. */
export class Copier {
  private readonly asked = new Map<string, Promise<Copied>>();

  constructor(
    private readonly fetcher: Fetcher,
    readonly copies: WebCopies,
    readonly pages: PageLinks,
    private readonly signal: AbortSignal,
  ) {}

  copy(url: string): Promise<Copied> {
    let copied = this.asked.get(url);
    if (copied === undefined) {
      copied = this.ask(url);
      this.asked.set(url, copied);
    }
    return copied;
  }

  private async ask(url: string): Promise<Copied> {
    const former = await this.copies.find(url);
    try {
      return await this.refresh(url, former);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const gone = error.status === 404 || error.status === 410;
      return { copy: gone ? null : former, unchanged: true, error };
    }
  }

  private async refresh(url: string, former: WebCopy | null): Promise<Copied> {
    const validators = { etag: former?.etag ?? null, lastModified: former?.last_modified ?? null };
    const fetched = await this.fetcher.fetch(url, this.signal, validators);
    if (fetched.unchanged) return { copy: former, unchanged: true, error: null };
    const { finalUrl, body, charset, contentType } = fetched;
    const copy = await this.copies.keep(
      {
        url,
        final_url: finalUrl,
        etag: fetched.validators.etag,
        last_modified: fetched.validators.lastModified,
        content_type: contentType,
        charset,
        attachments: [...(await this.attachmentsOf({ bytes: body, url: finalUrl, charset }))],
      },
      body,
    );
    return { copy, unchanged: copy.sha256 === former?.sha256, error: null };
  }

  /** None where the page is too much to look through; what is made of it then says which links it has. */
  private async attachmentsOf(page: FetchedPage): Promise<readonly string[]> {
    try {
      return await this.pages.attachments(page);
    } catch (error) {
      if (error instanceof FetchError) return [];
      throw error;
    }
  }
}
