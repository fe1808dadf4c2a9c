import type { Region } from '../lexicon/divisions.js';
import { isMunicipality, NATION, regionNamed } from '../lexicon/regions.js';
import { withoutBrackets } from '../lexicon/units.js';
import { characterTable, writtenBy } from '../model/character-table.js';

/** A body's name as a notice writes it, and what the notice tells of whose body it is. */
export interface BodyName {
  /** Without spaces, its brackets round: 市发改委（审改办、大数据局）. */
  readonly whole: string;
  /** Without brackets, stars and a former name's 原: 市发改委. */
  readonly bare: string;
  /** The place whose document it is; null for the whole country, and where none is known. */
  readonly home: Region | null;
  readonly isNationwide: boolean;
  /** The document's first issuer as signed. */
  readonly issuer: string | null;
  /** The issuer's full official name; null where it cannot be told. */
  readonly officialIssuer: () => string | null;
}

/** Brackets of every make, each with the round one that it is written as. */
const ROUND = characterTable(
  Object.entries({
    '〔': '（',
    '〈': '（',
    '［': '（',
    '【': '（',
    '[': '（',
    '(': '（',
    '<': '（',
    '〕': '）',
    '〉': '）',
    '］': '）',
    '】': '）',
    ']': '）',
    ')': '）',
    '>': '）',
  }),
);

/** @param region a document's `region` (温州市, 上海市黄浦区, 全国) or null */
export function bodyNameOf(
  name: string,
  region: string | null,
  issuer: string | null,
  officialIssuer: () => string | null,
): BodyName {
  const whole = writtenBy(ROUND, name.replace(/\s+/g, ''));
  return {
    whole,
    bare: withoutBrackets(whole).replace(/^[*＊]|^原(?=[一-龥]{3})/, ''),
    home: region === null || region === NATION ? null : regionNamed(region),
    isNationwide: region === NATION,
    issuer,
    officialIssuer,
  };
}

/** The place that a bare 省, 市, 区, 县 means in a document of `home`; null where it has none. */
export function placeOfLevel(level: string, home: Region | null): Region | null {
  if (home === null) return null;
  const province = regionNamed(home.province);
  switch (level) {
    case '省':
    case '自治区':
      return province?.name.endsWith(level) ? province : null;
    case '市':
      if (province !== null && isMunicipality(province)) return province;
      if (home.level === 'county' && home.name.endsWith('市')) return home;
      return home.prefecture === null ? null : ending(regionNamed(home.prefecture), '市');
    case '州':
    case '盟':
    case '地区':
      return home.prefecture === null ? null : ending(regionNamed(home.prefecture), level);
    default:
      return home.level === 'county' ? ending(home, level) : null;
  }
}

function ending(place: Region | null, classWord: string): Region | null {
  return place?.name.endsWith(classWord) ? place : null;
}
