import { FEASTS, type Feast, SEASONS } from '../../lexicon/data/feasts.js';
import { type Day, isDay } from './calendar.js';
import type { SettledDays, TimeRule, Years } from './expression.js';
import { readYear } from './year.js';

const NAMES: ReadonlyMap<string, Feast> = new Map(
  FEASTS.flatMap((feast) =>
    [feast.name, ...feast.aliases].map((name): [string, Feast] => [name, feast]),
  ),
);
const longestFirst = (words: readonly string[]): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');
const FEAST = longestFirst([...NAMES.keys()]);
const SEASON = longestFirst(SEASONS);
const FIRST_CHARACTERS = [...new Set([...NAMES.keys(), ...SEASONS].map((word) => word[0]!))].join(
  '',
);

const BEFORE_IT = new RegExp(
  `\\s{0,3}的?(?:(?:(?:${FEAST})节?[、和及]?)?(${FEAST})节?|(${SEASON}))(?:小?长假|黄金周|假期|假日|放假)?(?:来临|到来|到期|开始|结束)?(?:之前|以前|前夕|前(?![期述提景后半三两一二四五六七八九十\\d]))`,
  'y',
);

/** 春节前, 2025年国庆节前, “五一”假期前: by the day of the feast; 汛期前 has no day. */
export const feastRule: TimeRule = {
  name: 'feast',
  // Of those that a year leads in, the calendar's anchor is theirs.
  anchor: `(?=[${FIRST_CHARACTERS}])(?:${FEAST}|${SEASON})`,
  read(text, position, context) {
    const year = readYear(text, position, context);
    BEFORE_IT.lastIndex = year?.end ?? position;
    const match = BEFORE_IT.exec(text);
    if (!match) return null;
    const shared = { end: BEFORE_IT.lastIndex, kind: 'by', unit: 'day', bound: 'before' } as const;
    const feast = match[1] && NAMES.get(match[1]);
    if (!feast) {
      return {
        ...shared,
        days: { from: null, to: null, year_basis: null, year: year?.year ?? null, fault: 'season' },
      };
    }
    const written = year?.year ?? null;
    const shift = year?.shift;
    return {
      ...shared,
      days: (years) => {
        if (written !== null) return feastDays(feast, written, 'explicit');
        if (shift !== undefined) {
          return years.year === null ? UNKNOWN : feastDays(feast, years.year + shift, 'reference');
        }
        return nextFeast(feast, years);
      },
    };
  },
};

const UNKNOWN: SettledDays = { from: null, to: null, year_basis: null, lacksYear: true };

/** A feast without a year is the next after the day of issue, where that is known. */
function nextFeast(feast: Feast, { itemYear, year, issued }: Years): SettledDays {
  if (itemYear !== null && (year === null || itemYear > year)) {
    return feastDays(feast, itemYear, 'item');
  }
  const base = year ?? issued?.year ?? null;
  if (base === null) return UNKNOWN;
  const days = feastDays(feast, base, 'reference');
  const over =
    issued !== null && days.to !== null && base === issued.year && isEarlier(days.to, issued);
  return over ? feastDays(feast, base + 1, 'reference') : days;
}

function feastDays(
  { day }: Feast,
  year: number,
  year_basis: 'explicit' | 'item' | 'reference',
): SettledDays {
  const written = typeof day === 'string' ? day : day[year];
  if (written === undefined) {
    return { from: null, to: null, year_basis: null, year, fault: 'feast_unknown' };
  }
  const [month, date] = written.split('-').map(Number) as [number, number];
  const to: Day = { year, month, day: date };
  return isDay(to)
    ? { from: null, to, year_basis, ...(year_basis === 'explicit' && { year }) }
    : UNKNOWN;
}

function isEarlier(one: Day, other: Day): boolean {
  return one.month < other.month || (one.month === other.month && one.day < other.day);
}
