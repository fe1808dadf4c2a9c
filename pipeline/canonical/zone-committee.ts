import { ZONES } from '../lexicon/data/zones.js';
import type { Region } from '../lexicon/divisions.js';
import { leadingPlace } from '../lexicon/regions.js';

const SHORT_KINDS: ReadonlyMap<string, string> = new Map([
  ['经开区', '经济技术开发区'],
  ['高新区', '高新技术产业开发区'],
  ['经济技术开发区', '经济技术开发区'],
  ['高新技术产业开发区', '高新技术产业开发区'],
  ['高新技术开发区', '高新技术产业开发区'],
]);
/** Kinds of zones that are spelled out as they stand. */
const WHOLE_KIND =
  /(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|旅游度假区|风景名胜区|风景旅游区|综合保税区|保税港区|产业园区?|产业集聚区|工业园区?|工业集中区|经济合作区|物流园区|科技城|示范区|[实试]验区|生态城|新区|新城)$/;
const COMMITTEE = /(?:管委会?|管理委员会)$/;

function readZones(): Map<string, Set<string>> {
  const zones = new Map<string, Set<string>>();
  for (const line of ZONES.split('\n').filter(Boolean)) {
    const [kind = '', places = ''] = line.split('|').map((field) => field.trim());
    const known = zones.get(kind) ?? new Set<string>();
    for (const place of places.split(' ')) known.add(place);
    zones.set(kind, known);
  }
  return zones;
}

let loaded: Map<string, Set<string>> | undefined;

/**
 * The full name of the committee that runs a zone: `益阳高新区管委会` →
 * 益阳高新技术产业开发区管理委员会, `市经开区管委会` in 常德市 → 常德经济技术开发区管理委员会,
 * `宝坻经济开发区管委会` → 宝坻经济开发区管理委员会. null where the short name may mean a zone of
 * another class, or no place tells which zone.
 */
export function zoneCommitteeOf(name: string, home: Region | null): string | null {
  const zone = name.replace(COMMITTEE, '');
  if (zone === name) return null;
  const short = /^(.*?)(?:国家级?)?(经开区|高新区|经济技术开发区|高新技术(?:产业)?开发区)$/.exec(
    zone,
  );
  const known = short && shortZone(short[1]!, SHORT_KINDS.get(short[2]!)!, home);
  if (known || short?.[2]?.length === 3) return known;
  if (!WHOLE_KIND.test(zone) || /^(?:[省市区县州](?!场)|各|有关|相关)|[、和及]/.test(zone))
    return null;
  const place = leadingPlace(zone, home);
  return place === null || place.length === zone.length ? null : `${zone}管理委员会`;
}

/** 益阳 or 益阳市; a bare 市, or nothing, is the document's city. */
function shortZone(written: string, kind: string, home: Region | null): string | null {
  const city = home?.level === 'prefecture' ? home.shortName : null;
  const place = written === '' || written === '市' ? city : written.replace(/(?<=..)[市县区]$/, '');
  loaded ??= readZones();
  return place !== null && loaded.get(kind)?.has(place) ? `${place}${kind}管理委员会` : null;
}
