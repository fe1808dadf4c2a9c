/** Why an address was not fetched, in words, and whether a later try can help. */
const KINDS = {
  fetch_bad_address: ['Only http and https addresses without a password are fetched.', false],
  fetch_forbidden_address: [
    'The address lies in a private, local or reserved network. If that is meant, allow the host by name with --allow-host.',
    false,
  ],
  fetch_robots: ['The site’s robots.txt forbids it.', false],
  fetch_robots_unreachable: [
    'The site’s robots.txt could not be read, so nothing of the site may be fetched now. Run again later.',
    true,
  ],
  fetch_too_large: ['It is larger than may be fetched. Raise --max-bytes.', false],
  fetch_timeout: ['The site did not answer in time. Run again later.', true],
  fetch_throttled: ['The site asks to come back later. Run again later.', true],
  fetch_status: ['The site answered with an error.', false],
  fetch_server_error: ['The site failed. Run again later.', true],
  fetch_redirects: ['It is redirected too often, or to nowhere.', false],
  fetch_network: ['The site cannot be reached. Check the address, or run again later.', true],
  fetch_bad_answer: ['The answer is broken or packed in an unknown way.', false],
  fetch_bad_selector: ['The selector of the listing is no CSS selector.', false],
  fetch_no_links: [
    'The listing page holds no link that the selector finds. Look whether the site has changed.',
    false,
  ],
} as const satisfies Readonly<Record<string, readonly [sentence: string, retryable: boolean]>>;

export type FetchErrorCode = keyof typeof KINDS;

/** An address that was not fetched; the message says why and what to do. */
export class FetchError extends Error {
  /** Whether a later try can help: what lies in the address or in what the site allows does not. */
  readonly retryable: boolean;

  constructor(
    readonly code: FetchErrorCode,
    readonly url: string,
    says?: string,
    /** HTTP status, where there was an answer. */
    readonly status: number | null = null,
  ) {
    const [sentence, retryable] = KINDS[code];
    super(says ? `${sentence} (${says})` : sentence);
    this.name = 'FetchError';
    this.retryable = retryable;
  }
}
