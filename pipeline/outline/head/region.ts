import { leadingPlace, regionNamed } from '../../lexicon/regions.js';
import type { Blocks } from './document-head.js';

/** Characters of a text without title or issuer in which its place is looked for. */
const LOOKED_AT = 60_000;
const CITY = /[一-龥]{2,4}?[市州盟](?![场民级])/g;
const PROVINCE =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆/g;

/**
 * The city or, where the text speaks of its province (全省, 省级), the province that it names most;
 * null where it names none.
 */
export function mostNamedPlace(blocks: Blocks): string | null {
  const text = opening(blocks);
  const ofProvince = countOf(text, /全省|我省|省级|各省属|省[一-龥]{2,6}厅/g);
  const ofCity = countOf(text, /全市|我市|市级|本市|市[一-龥]{2,6}局/g);
  const city = mostFrequent(text.match(CITY) ?? [], cityIn);
  const province = mostFrequent(
    text.match(PROVINCE) ?? [],
    (name) => regionNamed(name)?.fullName ?? null,
  );
  return ofProvince > ofCity ? (province ?? city) : (city ?? province);
}

function cityIn(words: string): string | null {
  for (let start = 0; start + 3 <= words.length; start++) {
    const found = leadingPlace(words.slice(start), null);
    if (found && found.length === words.length - start) return found.place.fullName;
  }
  return null;
}

function mostFrequent(
  words: readonly string[],
  read: (word: string) => string | null,
): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const places = new Map<string, number>();
  for (const [word, count] of counts) {
    const place = read(word);
    if (place !== null) places.set(place, (places.get(place) ?? 0) + count);
  }
  let best: string | null = null;
  for (const [place, count] of places) if (best === null || count > places.get(best)!) best = place;
  return best;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function opening(blocks: Blocks): string {
  const parts: string[] = [];
  let length = 0;
  for (const { passage } of blocks) {
    if (length > LOOKED_AT) break;
    parts.push(passage.text);
    length += passage.length;
  }
  return parts.join('\n');
}
