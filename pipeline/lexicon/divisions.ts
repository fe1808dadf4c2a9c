import { DIVISIONS } from './data/divisions.js';

/** A place with a government of its own. */
export interface Region {
  /** As a notice's `region` gives it: 浙江省, 温州市, 昆山市, 上海市黄浦区, 嘉兴市南湖区. */
  readonly fullName: string;
  /** Without the place above it: 黄浦区. */
  readonly name: string;
  /** Without its class word: 黄浦, 恩施; the name itself where one character would be left. */
  readonly shortName: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Its province; a province's own name. */
  readonly province: string;
  /** The prefecture it belongs to or is; null for a province and what lies directly under one. */
  readonly prefecture: string | null;
}

/** 北京, 天津, 上海, 重庆: provinces whose bodies are named as a city's. */
export const MUNICIPALITIES: ReadonlySet<string> = new Set([
  '北京市',
  '天津市',
  '上海市',
  '重庆市',
]);

const ETHNIC_GROUPS =
  '(?:蒙古族?|回族?|藏族|维吾尔族?|苗族|彝族|壮族?|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族|塔吉克族?|怒族|俄罗斯族|鄂温克族|保安族|裕固族|独龙族|各族)';
const AUTONOMOUS = new RegExp(`${ETHNIC_GROUPS}+自治[区州县旗]$`);
const CLASS_WORD = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|[省市盟区县旗])$/;

function shortNameOf(name: string): string {
  const short = name.replace(AUTONOMOUS, '').replace(CLASS_WORD, '');
  return short.length >= 2 ? short : name;
}

function regionUnder(province: string, prefecture: string | null, name: string): Region {
  const isDistrict = /[^地林]区$/.test(name);
  const parent = prefecture ?? (MUNICIPALITIES.has(province) ? province : null);
  const inMunicipality = MUNICIPALITIES.has(province);
  return {
    fullName: parent !== null && (isDistrict || inMunicipality) ? parent + name : name,
    name,
    shortName: shortNameOf(name),
    level: 'county',
    province,
    prefecture,
  };
}

function readDivisions(): Region[] {
  const regions: Region[] = [];
  let province = '';
  for (const line of DIVISIONS.split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      province = line;
      const shortName = shortNameOf(line);
      regions.push({
        fullName: line,
        name: line,
        shortName,
        level: 'province',
        province,
        prefecture: null,
      });
      continue;
    }
    const [head = '', ...counties] = line.trim().split(' ');
    const prefecture = head === '-' ? null : head.replace('~', '');
    if (prefecture !== null && !head.startsWith('~')) {
      const shortName = shortNameOf(prefecture);
      const place = { fullName: prefecture, name: prefecture, shortName };
      regions.push({ ...place, level: 'prefecture', province, prefecture });
    }
    for (const county of counties) regions.push(regionUnder(province, prefecture, county));
  }
  return regions;
}

/** Every place, by each name it goes by; a name that several places bear gives them all. */
export interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly Region[]>;
  readonly byShortName: ReadonlyMap<string, readonly Region[]>;
  readonly byFullName: ReadonlyMap<string, Region>;
}

function buildGazetteer(): Gazetteer {
  const byName = new Map<string, Region[]>();
  const byShortName = new Map<string, Region[]>();
  const byFullName = new Map<string, Region>();
  const add = (index: Map<string, Region[]>, key: string, region: Region): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [region]);
    else if (!known.includes(region)) known.push(region);
  };
  for (const region of readDivisions()) {
    add(byName, region.name, region);
    if (region.name.endsWith('自治州')) add(byName, `${region.shortName}州`, region);
    add(byShortName, region.shortName, region);
    if (!byFullName.has(region.fullName)) byFullName.set(region.fullName, region);
  }
  for (const region of [...byFullName.values()]) {
    const [, kind] = /自治([县旗])$/.exec(region.name) ?? [];
    if (!kind) continue;
    for (const name of [`${region.shortName}自治${kind}`, region.shortName + kind])
      if (!byName.has(name) && region.shortName !== region.name) add(byName, name, region);
  }
  return { byName, byShortName, byFullName };
}

let loaded: Gazetteer | undefined;

/** The places of China; read at first use (about 5 ms), not at import. */
export function gazetteer(): Gazetteer {
  loaded ??= buildGazetteer();
  return loaded;
}
