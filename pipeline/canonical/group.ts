import type { Region } from '../lexicon/divisions.js';
import { classWordsBelow, isMunicipality, leadingPlace } from '../lexicon/regions.js';

/** What a group is told by: whose document it is, and what a bare 省, 市, 区, 县 means there. */
export interface GroupContext {
  readonly home: Region;
  readonly placeOf: (level: string) => Region | null;
}

const CLASS =
  '(?:设区的?市|地级以上市|地级市|省辖市|省?直管[市县]|县级市|自治[州县]|特区|神农架林区|[市州县区盟旗])';
/** 各县（市、区）人民政府（管委会）, 相关区政府; group 1: which of them, 2: of what class, 3: the zones. */
const GOVERNMENTS = new RegExp(
  `^(各(?:有关|相关)?|有关|相关)(${CLASS}(?:[、和及（）]*${CLASS})*）?)(?:人民)?政府(（管委会?）|、(?:各)?(?:功能区|开发区|园区)管委会?)?$`,
);
/** 市、县（市、区）人民政府 in a province's document: all of them, though 各 is left out. */
const BARE_GOVERNMENTS = /^((?:设区)?市、县（市、区）|市、县（区）)(?:人民)?政府$/;
/** 县市区人民政府 in a city's document: all of them, though 各 is left out. */
const BARE_COUNTIES = /^(县市区|市县区|县区|区县|县（市、区）|县（区）|区县（市）)(?:人民)?政府$/;
/** Of a province with an area under an administrative office: 各市（地）人民政府（行署）. */
const WITH_AREAS = /^(各(?:有关|相关)?市（地）)(?:人民)?政府（行署）$/;
/** 各乡镇人民政府, 各镇政府, 各街道办事处, 各镇（街道）人民政府（办事处）. */
const TOWNS =
  /^(各(?:有关|相关)?|有关|相关)(乡镇|镇|乡|乡（镇）|镇（乡）|(?:乡镇|镇|乡)(?:（街道?）|、街道|街道?))(?:人民)?政府((?:（|、)(?:街道)?办事处）?)?$|^各街道办事处$/;
/** 市政府有关部门, 市直各单位, 省有关部门单位, 省级各有关部门: of one government, not of what field. */
const DEPARTMENTS_OF =
  /^(自治区|[省市区县州])((?:人民)?政府)?(级|直|直属|本级)?((?:各|有关|相关|各有关|各相关)(?:政府)?(?:部门|单位|机关)(?:和|及|、)?(?:部门|单位|机关)?(?:（(?:部门|单位)）)?)$/;
const WHOLE_PLACE = /^(?:[全我本]([省市区县州]))(?=各)/;
const GROUP_WORD = /各|有关|相关|^(?:设区)?市、|^(?:县市区|市县区|县区|区县|县（)/;
const ONLY_OF_PROVINCES = /设区的?市|地级|省辖|直管/;
const LEVEL_OF_DISTRICTS = /^区(?:（[^）]*）)?$/;

/**
 * The full name of a group whose members one government of the document fixes, spelled out:
 * `各区政府` in 上海市 → 上海市各区人民政府, `各县（市、区）政府（管委会）` in 德州市 →
 * 德州市各县（市、区）人民政府（管理委员会）, `市政府有关部门` in 临沂市 → 临沂市人民政府有关部门,
 * `省有关部门单位` in 山东省 → 山东省有关部门单位.
 *
 * null for groups that no place fixes (各部门, 各地, 商务部门, 开发区管委会), and where the place has no
 * divisions of that class (`各区政府` in a county or a province).
 * @param name without spaces, its brackets kept
 */
export function canonicalGroup(name: string, { home, placeOf }: GroupContext): string | null {
  const written = name.replaceAll('(', '（').replaceAll(')', '）');
  if (!GROUP_WORD.test(written)) return null;
  const departments = DEPARTMENTS_OF.exec(written);
  if (departments !== null) return departmentsOf(departments, placeOf(departments[1]!));
  const group = groupOfPlaces(written, home, placeOf);
  if (group === null) return null;
  return governmentsOf(group.place, group.rest) ?? townsOf(group.place, group.rest);
}

/** Whose divisions: the document's place, or the one written in front (`温州市各县（市、区）政府`). */
function groupOfPlaces(
  written: string,
  home: Region,
  placeOf: GroupContext['placeOf'],
): { place: Region; rest: string } | null {
  const whole = WHOLE_PLACE.exec(written);
  if (whole !== null) {
    if (placeOf(whole[1]!) !== home) return null;
    return { place: home, rest: written.slice(whole[0].length) };
  }
  if (/^(?:各|有关|相关|设区|市、)/.test(written) || BARE_COUNTIES.test(written))
    return { place: home, rest: written };
  const found = leadingPlace(written, home);
  return found === null ? null : { place: found.place, rest: written.slice(found.length) };
}

function departmentsOf(match: RegExpExecArray, place: Region | null): string | null {
  if (place === null) return null;
  const [, , government, level = '', rest = ''] = match;
  const body = government === undefined ? place.fullName : `${place.fullName}人民政府`;
  return body + level + rest;
}

function governmentsOf(place: Region, rest: string): string | null {
  const bare = BARE_GOVERNMENTS.exec(rest);
  if (bare !== null) {
    const isProvince = place.level === 'province' && !isMunicipality(place);
    return isProvince ? `${place.fullName}各${bare[1]!}人民政府` : null;
  }
  const counties = BARE_COUNTIES.exec(rest);
  if (counties !== null) {
    const isCity = place.level === 'prefecture' && hasDivisions(place, counties[1]!);
    return isCity ? `${place.fullName}各${counties[1]!}人民政府` : null;
  }
  const areas = WITH_AREAS.exec(rest);
  if (areas !== null) {
    return place.level === 'province' ? `${place.fullName}${areas[1]!}人民政府（行署）` : null;
  }
  const match = GOVERNMENTS.exec(rest);
  if (match === null) return null;
  const [, which = '', classes = '', zones = ''] = match;
  if (!isWhole(classes) || !hasDivisions(place, classes)) return null;
  const spelled = zones.replace(/管委会?/, '管理委员会');
  return `${place.fullName}${which}${classes}人民政府${spelled}`;
}

/** Whether what the brackets open they close. */
function isWhole(classes: string): boolean {
  return /^[^（）]*(?:（[^（）]+）[^（）]*)?$/.test(classes);
}

/** Whether the place has divisions of every class that is named. */
function hasDivisions(place: Region, classes: string): boolean {
  const isProvince = place.level === 'province' && !isMunicipality(place);
  if (isProvince && LEVEL_OF_DISTRICTS.test(classes)) return false;
  if (!isProvince && ONLY_OF_PROVINCES.test(classes)) return false;
  const below = classWordsBelow(place);
  const named =
    classes.replace(/设区的?|地级(?:以上)?|省辖|省?直管|林区/g, '').match(/[市州县区盟旗]/g) ?? [];
  return named.every((word) => below.has(word));
}

/** Cities without counties or districts. */
const CITIES_OF_TOWNS = new Set(['东莞市', '中山市', '嘉峪关市', '儋州市']);

function townsOf(place: Region, rest: string): string | null {
  if (place.level !== 'county' && !CITIES_OF_TOWNS.has(place.fullName)) return null;
  const match = TOWNS.exec(rest);
  if (match === null) return null;
  const [, which, classes, offices = ''] = match;
  if (which === undefined) return place.fullName + rest;
  return `${place.fullName}${which}${classes}人民政府${offices}`;
}
