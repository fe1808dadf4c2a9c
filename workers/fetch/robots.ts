import robots from 'robots-parser';
import { FetchError } from './fetch-error.js';

/** What a site's robots.txt says (RFC 9309). */
export interface Robots {
  isAllowed(url: string): boolean;
  /** Seconds between two requests that it asks for; null where it asks for nothing. */
  readonly crawlDelay: number | null;
}

/** Where there is no such file everything is allowed. */
export const NO_ROBOTS: Robots = { isAllowed: () => true, crawlDelay: null };

/** The module is its function; its types say that it has one. */
const robotsParser = robots as unknown as typeof robots.default;

export function parseRobots(url: string, text: string, userAgent: string): Robots {
  const rules = robotsParser(url, text);
  const wished = rules.getCrawlDelay(userAgent);
  const crawlDelay = wished !== undefined && wished > 0 ? wished : null;
  return { isAllowed: (address) => rules.isAllowed(address, userAgent) !== false, crawlDelay };
}

/**
 * What an answer to the request for robots.txt means: 4xx, no rules; what fails, nothing is allowed
 * until it can be read.
 *
 * @throws FetchError
 */
export function robotsOf(
  url: string,
  answer: { readonly status: number; readonly body: Buffer },
  userAgent: string,
): Robots {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return parseRobots(url, body.toString('utf8'), userAgent);
  if (status >= 400 && status < 500 && status !== 429) return NO_ROBOTS;
  throw new FetchError('fetch_robots_unreachable', url, `status ${status}`);
}
