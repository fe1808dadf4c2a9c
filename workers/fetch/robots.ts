import { FetchError } from './fetch-error.js';
import { type PathPattern, patternOf } from './path-pattern.js';

/** What a site's robots.txt says (RFC 9309). */
export interface Robots {
  isAllowed(url: string): boolean;
  /** Seconds between two requests that it asks for; null where it asks for nothing. */
  readonly crawlDelay: number | null;
}

/** Where there is no such file everything is allowed. */
export const NO_ROBOTS: Robots = { isAllowed: () => true, crawlDelay: null };

/** Characters that are read; RFC 9309 asks for 500 KiB at least. */
const MOST_READ = 512 * 1024;

/** What is said to one or more user agents. */
interface Group {
  readonly rules: { readonly allow: boolean; readonly pattern: PathPattern }[];
  crawlDelay: number | null;
}

/** Reads what a file says to a user agent, by its own name or to all. */
export function parseRobots(text: string, userAgent: string): Robots {
  const own = agentName(userAgent);
  const groups = groupsOf(wholeLines(text), new Set([own, '*']));
  const { rules = [], crawlDelay = null } = groups.get(own) ?? groups.get('*') ?? {};
  // The longest pattern decides, of two of one length the one that allows.
  const ranked = [...rules].sort(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow),
  );
  const isAllowed = (address: string): boolean => {
    const { pathname, search } = new URL(address);
    const path = encoded(pathname + search);
    return ranked.find(({ pattern }) => pattern.matches(path))?.allow ?? true;
  };
  return { isAllowed, crawlDelay };
}

/** The lines that are read; half a path would forbid more than the site does. */
function wholeLines(text: string): string {
  if (text.length <= MOST_READ) return text;
  const end = Math.max(text.lastIndexOf('\n', MOST_READ), text.lastIndexOf('\r', MOST_READ));
  return text.slice(0, Math.max(0, end));
}

/** What is said to the user agents of the given names. */
function groupsOf(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  let named = new Set<Group>();
  let naming = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [field = '', value = ''] = line.split('#', 1)[0]!.split(/:(.*)/s);
    switch (field.trim().toLowerCase()) {
      case 'user-agent': {
        const name = agentName(value);
        if (!naming) named = new Set();
        naming = true;
        if (!wanted.has(name)) continue;
        const group = groups.get(name) ?? { rules: [], crawlDelay: null };
        groups.set(name, group);
        named.add(group);
        continue;
      }
      case 'allow':
      case 'disallow': {
        const pattern = encoded(value.trim());
        const allow = field.trim().toLowerCase() === 'allow';
        if (pattern !== '') {
          for (const { rules } of named) rules.push({ allow, pattern: patternOf(pattern) });
        }
        break;
      }
      case 'crawl-delay': {
        const delay = Number(value);
        if (delay > 0) for (const group of named) group.crawlDelay = delay;
        break;
      }
      default:
        continue;
    }
    naming = false;
  }
  return groups;
}

/** A product's name without its version. */
const agentName = (agent: string): string => agent.toLowerCase().split('/', 1)[0]!.trim();

/** A path with every character that needs it encoded, in one way. */
function encoded(path: string): string {
  try {
    return encodeURI(path)
      .replaceAll('%25', '%')
      .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  } catch {
    return path;
  }
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
  if (status >= 200 && status < 300) return parseRobots(body.toString('utf8'), userAgent);
  if (status >= 400 && status < 500 && status !== 429) return NO_ROBOTS;
  throw new FetchError('fetch_robots_unreachable', url, `status ${status}`);
}
