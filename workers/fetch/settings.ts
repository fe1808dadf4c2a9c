/** What bounds every fetch. Times are seconds. */
export interface FetchSettings {
  readonly userAgent: string;
  /** Hosts that may lie in private networks, by name. */
  readonly allowHosts: readonly string[];
  /** Bytes of the largest body, unpacked. */
  readonly maxBytes: number;
  /** Least time from the end of one request of a host to the next. */
  readonly interval: number;
  /** Longest pause that a site may ask for, by crawl-delay or Retry-After. */
  readonly longestPause: number;
  readonly connectTimeout: number;
  readonly headersTimeout: number;
  /** Between two pieces of a body. */
  readonly bodyTimeout: number;
  /** Of one request, from its turn to the body's end. */
  readonly wholeTimeout: number;
  readonly maxRedirects: number;
  /** Times that an address is asked for where a later try can help. */
  readonly tries: number;
  /** First pause before another try; each further one is twice as long. */
  readonly backoff: number;
}

export const FETCH_DEFAULTS: FetchSettings = {
  userAgent: 'gongwen',
  allowHosts: [],
  maxBytes: 64 * 2 ** 20,
  interval: 1,
  longestPause: 120,
  connectTimeout: 15,
  headersTimeout: 30,
  bodyTimeout: 30,
  wholeTimeout: 300,
  maxRedirects: 5,
  tries: 3,
  backoff: 2,
};
