import { POWER_COMPANIES } from '../lexicon/data/power-companies.js';
import { gazetteer, type Region } from '../lexicon/divisions.js';
import { leadingPlace } from '../lexicon/regions.js';

/** One way in which the centre's bodies name their offices in a place. */
interface FieldOffice {
  /** Group 1: the place as written, or 省 / 市; group 2: the kind of office, where it varies. */
  readonly pattern: RegExp;
  readonly official: (place: Region, written: string, kind: string) => string | null;
}

/**
 * Offices that are named for a place but belong to a body of the centre: banks' supervisors,
 * People's Bank, customs, State Grid. Ordered; the first that matches decides.
 */
const FIELD_OFFICES: readonly FieldOffice[] = [
  {
    pattern: /^国家税务总局(.+?)税务局$/,
    official: (place) => `国家税务总局${place.fullName}税务局`,
  },
  {
    pattern: /^(?:中国)?(?:人民银行|人行)(.+?)分行(?:营管部|营业管理部)$/,
    official: (_place, written) => `中国人民银行${written}分行营业管理部`,
  },
  {
    pattern: /^(?:中国)?(?:人民银行|人行)(.+?)(分行|中心支行|中支|支行|总部|营管部|营业管理部)$/,
    official: peoplesBankOf,
  },
  {
    pattern: /^国家外汇管理局(.+?)(分局|中心支局|支局|外汇管理部)$/,
    official: (_place, written, kind) => `国家外汇管理局${written}${kind}`,
  },
  {
    pattern: /^(.+?)银保监(分局|局)$/,
    official: (place, _written, kind) =>
      supervisesBanks(place, kind)
        ? `中国银行保险监督管理委员会${place.shortName}监管${kind}`
        : null,
  },
  {
    pattern: /^(?:国家统计局)?(.+?)(调查总?队)$/,
    official: (place, _written, kind) =>
      (kind === '调查总队') === (place.level === 'province')
        ? `国家统计局${place.shortName}${kind}`
        : null,
  },
  {
    pattern: /^(.+?[^省市区县])金融监管(分局|支局|局)$/,
    official: (place, _written, kind) =>
      supervisesBanks(place, kind) ? `国家金融监督管理总局${place.shortName}监管${kind}` : null,
  },
  {
    pattern: /^(?:国家)?金融(?:监督管理|监管)总局(.+?)(?:监管)?(分局|支局|局)$/,
    official: (place, _written, kind) => `国家金融监督管理总局${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(?:中国)?(?:银行保险监督管理委员会|银保监会)(.+?)(?:监管)?(分局|局)$/,
    official: (place, _written, kind) => `中国银行保险监督管理委员会${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(.+?)证监局$/,
    official: (place) =>
      hasBureau(place) ? `中国证券监督管理委员会${place.shortName}监管局` : null,
  },
  {
    pattern: /^(?:中国证券监督管理委员会)(.+?)监管局$/,
    official: (place) => `中国证券监督管理委员会${place.shortName}监管局`,
  },
  {
    pattern:
      /^(?:中国信保|中信保|中国出口信用保险公司|出口信保|出口信用保险)(.+?)(分公司|办事处|营业管理部)$/,
    official: (place, _written, kind) => `中国出口信用保险公司${place.shortName}${kind}`,
  },
  {
    pattern: /^(?:国开行|国家开发银行)(.+?)分行$/,
    official: (_place, written) => `国家开发银行${written}分行`,
  },
  {
    pattern: /^(?:中国)?进出口银行(.+?)分行$/,
    official: (_place, written) => `中国进出口银行${written}分行`,
  },
  {
    pattern: /^(?:国网)?(.+?)(?:省|市)?电力(?:有限)?公司$/,
    official: (place) => powerCompanyOf(place)?.company ?? null,
  },
  { pattern: /^(?:国网)?(.+?)供电(?:公司|局)$/, official: powerBranch },
  {
    pattern: /^(?:中华人民共和国)?(.+?)(?:出入境)?(?:边检|边防检查)总站$/,
    official: (place) => `${place.shortName}出入境边防检查总站`,
  },
  {
    pattern: /^(.+?[^省市区县])生态环境局$/,
    official: (place) =>
      place.prefecture === null || place.level !== 'county'
        ? null
        : `${place.prefecture}${place.shortName}生态环境局`,
  },
  { pattern: /^(.+?)(海事局)$/, official: (place) => `${place.shortName}海事局` },
];

const CUSTOMS =
  /^(?:中华人民共和国)?((?![省市区县各]|当地|主管|属地|口岸|直属|隶属|所在地|相关|有关)[一-龥]{2,8}海关)$/;

/**
 * Official name of an office of the centre in a place (`人行莆田市中支`, `泰安银保监分局`,
 * `国网杭州供电公司`, `上海海关`). A bare 省 / 市 in the name is `region`. null if it is none.
 */
export function fieldOfficeOf(
  name: string,
  placeOf: (level: string) => Region | null,
  region: Region | null,
): string | null {
  const customs = CUSTOMS.exec(name);
  if (customs !== null) return customs[1]!;
  for (const office of FIELD_OFFICES) {
    const match = office.pattern.exec(name);
    if (match === null) continue;
    const written = match[1]!;
    const place = /^[省市县]$/.test(written) ? placeOf(written) : wholePlace(written, region);
    if (place === null) continue;
    const spelled = written.length === 1 ? place.fullName : written;
    return office.official(place, spelled, match[2] ?? '');
  }
  return null;
}

/** Cities whose supervisors of banks and of securities are 监管局, as a province's are. */
const CITIES_OF_BUREAUS = new Set(['深圳市', '大连市', '青岛市', '宁波市', '厦门市']);

const hasBureau = (place: Region): boolean =>
  place.level === 'province' || CITIES_OF_BUREAUS.has(place.fullName);

/** Provinces have a 监管局, cities a 分局, and of counties only those of 重庆市 one of their own. */
function supervisesBanks(place: Region, kind: string): boolean {
  if (kind === '支局') return place.level === 'county';
  if (kind === '局') return hasBureau(place);
  return place.level === 'prefecture' || (place.level === 'county' && place.province === '重庆市');
}

/** Seats of the People's Bank's branches of 1998–2023, which served several provinces. */
const LARGE_BRANCHES = new Set('天津 沈阳 南京 济南 武汉 广州 成都 西安'.split(' '));
/** Capitals: their sub-branches were called without 市 (中国人民银行长沙中心支行). */
const CAPITALS = new Set(
  '石家庄 太原 呼和浩特 长春 哈尔滨 合肥 福州 南昌 郑州 长沙 南宁 海口 贵阳 昆明 拉萨 兰州 西宁 银川 乌鲁木齐 杭州'.split(
    ' ',
  ),
);

/**
 * 人行苏州中支 → 中国人民银行苏州市中心支行, 人行武汉分行 → 中国人民银行武汉分行: offices in cities bear the
 * whole name of the place, those of capitals and of the large branches the short one.
 */
function peoplesBankOf(place: Region, written: string, kind: string): string {
  const office = kind === '中支' ? '中心支行' : kind.replace('营管部', '营业管理部');
  const isShort =
    place.level === 'province' ||
    /部$/.test(office) ||
    LARGE_BRANCHES.has(written) ||
    CAPITALS.has(written);
  const name =
    place.level === 'province' && !/部$/.test(office) && /[省区]$/.test(written)
      ? place.fullName
      : written;
  return `中国人民银行${isShort ? name : place.name}${office}`;
}

/**
 * The place that these words name, all of them: 泰安, 泰安市, 福建省, 广西区; 宿松 in a notice of 宿松县 or of
 * the city above it.
 */
function wholePlace(written: string, region: Region | null): Region | null {
  const county = countyNear(written, region);
  if (county !== null) return county;
  const spelled = /^(?:广西|宁夏)区$/.test(written) ? written.slice(0, -1) : written;
  const found = leadingPlace(spelled, region);
  return found !== null && found.length === spelled.length ? found.place : null;
}

/** The county of this short name in the city that the notice is of; null if none or several. */
function countyNear(shortName: string, region: Region | null): Region | null {
  if (region === null || region.prefecture === null) return null;
  const named = gazetteer().byShortName.get(shortName) ?? [];
  const near = named.filter(
    (place) => place.level === 'county' && place.prefecture === region.prefecture,
  );
  const isCity = named.some((place) => place.level !== 'county');
  return near.length === 1 && !isCity ? near[0]! : null;
}

interface PowerCompany {
  readonly company: string;
  /** What it calls its branches in cities and in counties; null where none is vouched for. */
  readonly inCities: string | null;
  readonly inCounties: string | null;
}

function powerCompanyOf(place: Region): PowerCompany | null {
  return place.level === 'province' ? powerOfProvince(place.province) : null;
}

function powerOfProvince(province: string): PowerCompany | null {
  for (const line of POWER_COMPANIES.trim().split('\n')) {
    const [name, company = '', inCities = null, inCounties = null] = line.split(' ');
    if (name === province) return { company, inCities, inCounties };
  }
  return null;
}

function powerBranch(place: Region): string | null {
  const power = powerOfProvince(place.province);
  if (power === null || place.level === 'province') return null;
  const branch = place.level === 'prefecture' ? power.inCities : power.inCounties;
  const name = place.level === 'prefecture' ? place.shortName : place.name;
  return branch === null ? null : `${power.company}${name}${branch}`;
}
