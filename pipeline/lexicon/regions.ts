import { gazetteer, MUNICIPALITIES, type Region } from './divisions.js';

/** The region of what binds the whole country. */
export const NATION = '全国';

const LONGEST_PLACE_NAME = 15;
/** Characters of a title that are looked at. */
const LONGEST_TITLE = 400;
/** Names of districts that are also plain words: they count only behind their city. */
const PLAIN_WORDS = new Set(
  '城区 郊区 矿区 老城区 新城区 新市区 城中区 东区 西区 南区 北区 市中区 港口区 城关区 新区 牧区'.split(
    ' ',
  ),
);
const BEFORE_PLACE =
  /^(?:关于(?:印发|转发|公布|征求)?|[《“"〈]|\d{4}(?:年度?|-\d{4}年)|中共|中国共产党|中华人民共和国|国家税务总局|国家统计局|中国人民银行|国家外汇管理局|国家金融监督管理总局|中国证券监督管理委员会|中国银行保险监督管理委员会|国家金融监管总局|中国(?:证监会|银保监会|银监会|保监会)|中国[（(])+/;
const NATIONAL_BODY =
  /^(?:国务院|中共中央|中央|全国人大|全国人民代表|全国政协|全国总工会|全国工商联|最高人民|海关总署|审计署|中国(?:人民银行|证监会|银保监会|气象局|民用航空局)|(?:国家[一-龥]{2,14}?(?:委员会|[委局署办])|中国[一-龥]{2,10}?(?:联合会|协会|学会|总会|科协|残联|证监会)|全国[一-龥]{2,12}?(?:委员会|办公室|领导小组|联合会)|中央[一-龥]{2,10}?(?:委员会|办公室|部|委)|(?!市(?!场)|[省县区州旗盟各本我])[一-龥]{2,9}(?:部|总局|总署))(?:办公厅|综合司|关于|等|、|印发|令|公告|$))/;

/**
 * The place whose government a document binds, told from an issuer's name or a title:
 * `温州市人民政府办公室关于…` → 温州市, `上海海关等11部门关于…` → 上海市,
 * `上海市公安局奉贤分局` → 上海市奉贤区, `国务院办公厅关于…` → 全国. Districts, and all that lies in
 * a municipality, bear the city's name in front; counties and county-level cities stand alone.
 * `within` (the heading a notice is filed under, a document's place) only tells places of the same
 * name apart. null where no place is named, or several places bear the name.
 */
export function regionOf(name: string, within: string | null = null): string | null {
  const text = name.slice(0, LONGEST_TITLE).replace(/\s+/g, '');
  const scope = within === null ? null : regionNamed(within);
  const body = text.replace(BEFORE_PLACE, '');
  const leading = placeAtStart(body, scope);
  if (leading !== null) return narrowed(leading, body).fullName;
  if (NATIONAL_BODY.test(text)) return NATION;
  return (placeAnywhere(body, scope) ?? placeCutShort(body))?.fullName ?? null;
}

/**
 * The place that a title begins with: `定西市促进…措施`, `关于印发上海市…的通知`; 全国 where it begins with a body
 * of the centre. null where another word stands there: a place further on is what the text is about.
 */
export function leadingRegionOf(title: string, within: string | null = null): string | null {
  const text = title.slice(0, LONGEST_TITLE).replace(/\s+/g, '');
  const scope = within === null ? null : regionNamed(within);
  const leading = placeAtStart(text.replace(BEFORE_PLACE, ''), scope);
  if (leading !== null) return leading.fullName;
  return NATIONAL_BODY.test(text) ? NATION : (placeCutShort(text)?.fullName ?? null);
}

/** The place of this name, full or short (浙江, 浙江省, 上海市黄浦区); null if none or several. */
export function regionNamed(name: string): Region | null {
  const index = gazetteer();
  const exact = index.byFullName.get(name);
  if (exact !== undefined && (index.byName.get(name)?.length ?? 0) <= 1) return exact;
  const place = placeAtStart(name, null);
  return place !== null && spellings(place).includes(name) ? place : null;
}

/** The place that `text` begins with, and how many characters name it; null if none. */
export function leadingPlace(
  text: string,
  within: Region | null,
): { place: Region; length: number } | null {
  let place: Region | null = null;
  let length = 0;
  for (;;) {
    const next = oneStep(text, length, place ?? within, place !== null);
    if (next === null) return place === null ? null : { place, length };
    place = next.place;
    length = next.length;
  }
}

/** Whether `inner` is `outer` or lies in it. */
export function liesIn(inner: Region, outer: Region): boolean {
  if (outer.level === 'province') return inner.province === outer.province;
  if (outer.level === 'prefecture') return inner.prefecture === outer.prefecture;
  return inner === outer;
}

function placeAtStart(text: string, within: Region | null): Region | null {
  return leadingPlace(text, within)?.place ?? null;
}

/** The longest place name at `from`; below `scope` where `strict`, else `scope` only decides. */
function oneStep(
  text: string,
  from: number,
  scope: Region | null,
  strict: boolean,
): { place: Region; length: number } | null {
  if (!openings().has(text.slice(from, from + 2))) return null;
  const longest = Math.min(LONGEST_PLACE_NAME, text.length - from);
  for (let size = longest; size >= 2; size--) {
    const word = text.slice(from, from + size);
    const place = strict ? below(word, scope!) : anyPlace(word, scope);
    if (place !== null) return { place, length: from + size };
    if (!strict && (gazetteer().byName.get(word)?.length ?? 0) > 1) return null;
  }
  return null;
}

let knownOpenings: ReadonlySet<string> | undefined;

/** The first two characters of all names of places: few words open so. */
function openings(): ReadonlySet<string> {
  knownOpenings ??= new Set(
    [...gazetteer().byName.keys(), ...gazetteer().byShortName.keys()].map((name) =>
      name.slice(0, 2),
    ),
  );
  return knownOpenings;
}

function below(word: string, scope: Region): Region | null {
  if (scope.level === 'county') return null;
  const named = gazetteer().byName.get(word) ?? [];
  const inside = named.filter((place) => place.level !== 'province' && liesIn(place, scope));
  const deeper = inside.filter((place) => place !== scope);
  if (deeper.length > 0) return deeper.length === 1 ? deeper[0]! : null;
  const shorts = gazetteer().byShortName.get(word) ?? [];
  const cities = shorts.filter((place) => place.level === 'prefecture' && liesIn(place, scope));
  return cities.length === 1 && cities[0] !== scope ? cities[0]! : null;
}

function anyPlace(word: string, scope: Region | null): Region | null {
  const named = PLAIN_WORDS.has(word) ? [] : (gazetteer().byName.get(word) ?? []);
  const place = theOne(named, scope);
  if (place !== null) return place;
  const shorts = gazetteer().byShortName.get(word) ?? [];
  return theOne(
    shorts.filter((candidate) => candidate.level !== 'county'),
    scope,
  );
}

/** Of places of one name: the only one, else the highest, else the only one in `scope`. */
function theOne(places: readonly Region[], scope: Region | null): Region | null {
  if (places.length <= 1) return places[0] ?? null;
  const province = places.find((place) => place.level === 'province');
  if (province !== undefined) return province;
  const prefectures = places.filter((place) => place.level === 'prefecture');
  if (prefectures.length === 1) return prefectures[0]!;
  const inside = scope === null ? [] : places.filter((place) => liesIn(place, scope));
  return inside.length === 1 ? inside[0]! : null;
}

/** `上海市公安局奉贤分局`: the district that a branch office bears in its name. */
function narrowed(place: Region, body: string): Region {
  if (place.level === 'county') return place;
  const branch = /^[^关《》，、]{2,18}?局([一-龥]{2,4})分局/.exec(body);
  if (branch === null) return place;
  const word = branch[1]!;
  const index = gazetteer();
  const candidates = [...(index.byName.get(word) ?? []), ...(index.byShortName.get(word) ?? [])];
  const inside = candidates.filter((each) => each.level === 'county' && liesIn(each, place));
  return inside.length === 1 ? inside[0]! : place;
}

function placeAnywhere(text: string, scope: Region | null): Region | null {
  for (let start = 1; start < text.length - 1; start++) {
    const found = leadingPlace(text.slice(start, start + 3 * LONGEST_PLACE_NAME), scope);
    if (found !== null) return found.place;
  }
  return null;
}

/** A name that lost its first character in extraction (`云港市`), where one place only ends so. */
function placeCutShort(text: string): Region | null {
  const head = /^[一-龥]{2,3}[市县]/.exec(text)?.[0];
  if (head === undefined) return null;
  let found: Region | null = null;
  for (const [name, places] of gazetteer().byName) {
    if (name.length !== head.length + 1 || !name.endsWith(head)) continue;
    if (found !== null || places.length > 1) return null;
    found = places[0]!;
  }
  return found;
}

function spellings(place: Region): string[] {
  const upper = [place.province, place.prefecture].filter((each) => each !== null);
  const shorts = place.level === 'county' ? [] : [place.shortName];
  const own = [place.name, place.fullName, ...shorts];
  return [...own, ...upper.map((each) => each + place.name), upper.join('') + place.name];
}

/** Whether bodies of this place are named as a city's although it is a province. */
export function isMunicipality(place: Region): boolean {
  return MUNICIPALITIES.has(place.fullName);
}

const classesBelow = new WeakMap<Region, ReadonlySet<string>>();

/**
 * Last characters of the names of what lies in a place, one level down; in a province two:
 * 上海市 → 区, 泰安市 → 区 县 市. Empty for a county or district.
 */
export function classWordsBelow(place: Region): ReadonlySet<string> {
  const known = classesBelow.get(place);
  if (known !== undefined) return known;
  const words = new Set<string>();
  if (place.level !== 'county') {
    for (const other of gazetteer().byFullName.values()) {
      if (other !== place && liesIn(other, place)) words.add(other.name.at(-1)!);
    }
  }
  classesBelow.set(place, words);
  return words;
}
