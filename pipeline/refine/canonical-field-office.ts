import { POWER_COMPANIES } from '../lexicon/data/departments.js';
import type { Region } from '../lexicon/divisions.js';
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
    pattern: /^(?:中国)?(?:人民银行|人行)(.+?)(分行|中心支行|中支|支行|总部|营业管理部)$/,
    official: (_place, written, kind) =>
      `中国人民银行${written}${kind === '中支' ? '中心支行' : kind}`,
  },
  {
    pattern: /^国家外汇管理局(.+?)(分局|中心支局|支局|外汇管理部)$/,
    official: (_place, written, kind) => `国家外汇管理局${written}${kind}`,
  },
  {
    pattern: /^(.+?)银保监(分局|局)$/,
    official: (place, _written, kind) => `中国银行保险监督管理委员会${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(.+?[^省市区县])金融监管(分局|局)$/,
    official: (place, _written, kind) => `国家金融监督管理总局${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(?:国家金融监督管理总局)(.+?)监管(分局|局)$/,
    official: (place, _written, kind) => `国家金融监督管理总局${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(?:中国银行保险监督管理委员会)(.+?)监管(分局|局)$/,
    official: (place, _written, kind) => `中国银行保险监督管理委员会${place.shortName}监管${kind}`,
  },
  {
    pattern: /^(.+?)证监局$/,
    official: (place) => `中国证券监督管理委员会${place.shortName}监管局`,
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
  { pattern: /^(?:国网)?(.+?)供电公司$/, official: powerBranch },
  {
    pattern: /^(?:中华人民共和国)?(.+?)(?:出入境)?(?:边检|边防检查)总站$/,
    official: (place) => `${place.shortName}出入境边防检查总站`,
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
    const place = /^[省市]$/.test(written) ? placeOf(written) : wholePlace(written, region);
    if (place === null) continue;
    const spelled = written.length === 1 ? place.fullName : written;
    return office.official(place, spelled, match[2] ?? '');
  }
  return null;
}

/** The place that these words name, all of them: 泰安, 泰安市, 福建省. */
function wholePlace(written: string, region: Region | null): Region | null {
  const found = leadingPlace(written, region);
  return found !== null && found.length === written.length ? found.place : null;
}

function powerCompanyOf(place: Region): { company: string; branch: string } | null {
  if (place.level !== 'province') return null;
  return powerOfProvince(place.province);
}

function powerOfProvince(province: string): { company: string; branch: string } | null {
  for (const line of POWER_COMPANIES.trim().split('\n')) {
    const [name, company = '', branch = '供电公司'] = line.split(' ');
    if (name === province) return { company, branch };
  }
  return null;
}

function powerBranch(place: Region): string | null {
  const power = powerOfProvince(place.province);
  if (power === null || place.level !== 'prefecture') return null;
  return `${power.company}${place.shortName}${power.branch}`;
}
