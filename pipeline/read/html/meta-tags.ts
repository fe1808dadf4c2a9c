import type { CheerioAPI } from 'cheerio';
import { squeeze } from './dom.js';

/** What a page's tags say that show nothing. */
export interface MetaTags {
  /** Titles that the page may have, the surest first, without white space. */
  readonly titles: readonly string[];
  /** ISO date of `PubDate`, null where it is missing. */
  readonly published_on: string | null;
}

/** Names that government sites must use (政府网站发展指引, 2017) come first. */
const TITLE_NAMES = ['articletitle', 'og:title', 'dc.title', 'title'];
const DATE_NAMES = ['pubdate', 'publishdate', 'article:published_time', 'dc.date', 'publish_date'];
/** What parts an article's title from the names of its column and site: 某某通知_政策文件_某某市. */
const SITE_NAME = /\s*(?:[_|｜]|\s[-–—]+\s|--+|>+)\s*/;

export function readMetaTags($: CheerioAPI): MetaTags {
  const values = new Map<string, string>();
  $('meta').each((_, tag) => {
    const name = ($(tag).attr('name') ?? $(tag).attr('property') ?? '').toLowerCase();
    const content = ($(tag).attr('content') ?? '').trim();
    if (name !== '' && content !== '' && !values.has(name)) values.set(name, content);
  });
  const whole = $('title').first().text();
  const titles = [
    ...TITLE_NAMES.map((name) => values.get(name) ?? ''),
    ...whole.split(SITE_NAME).sort((a, b) => b.length - a.length),
    whole,
  ];
  const dates = DATE_NAMES.map((name) => isoDay(values.get(name) ?? ''));
  return {
    titles: [...new Set(titles.map(squeeze))].filter((title) => title.length >= 6),
    published_on: dates.find((date) => date !== null) ?? null,
  };
}

const DAY = /^\D{0,4}((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d)/;

/** ISO date of `2018-12-21 10:00:00`, `2018年12月21日` and the like; null for anything else. */
export function isoDay(text: string): string | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const [month, day] = [Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(Number(match[1]), month - 1, day));
  // A day that no calendar has, 2025-02-30, comes out in another month.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}
