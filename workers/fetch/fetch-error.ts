import { type RejectCode, rejectMessage } from '../../schemas/index.js';

/** Why an address was not fetched. */
export type FetchErrorCode = Extract<RejectCode, `fetch_${string}`>;

/** Codes of what lies neither in the address nor in what the site allows. */
const RETRYABLE: ReadonlySet<FetchErrorCode> = new Set<FetchErrorCode>([
  'fetch_robots_unreachable',
  'fetch_timeout',
  'fetch_throttled',
  'fetch_server_error',
  'fetch_network',
]);

/** An address that was not fetched; the message says why and what to do. */
export class FetchError extends Error {
  /** Whether a later try can help: a fault of the address or what the site forbids stays. */
  readonly retryable: boolean;

  constructor(
    readonly code: FetchErrorCode,
    readonly url: string,
    says?: string,
    /** HTTP status, where there was an answer. */
    readonly status: number | null = null,
  ) {
    super(rejectMessage(code, says));
    this.name = 'FetchError';
    this.retryable = RETRYABLE.has(code);
  }
}
