import { namedBodyOf, nationalBodyOf } from './bodies.js';
import { fieldOfficeOf } from './canonical-field-office.js';
import { canonicalGroup } from './canonical-group.js';
import { innerOfficeOf, isInnerOffice } from './canonical-inner-office.js';
import { departmentOf, isDepartment } from './departments.js';
import type { Region } from './divisions.js';
import { isMunicipality, leadingPlace, NATION, regionNamed } from './regions.js';
import { isSpelledOut } from './spelled-out.js';
import { isUnitGroup, withoutBrackets } from './units.js';
import { zoneCommitteeOf } from './zones.js';

const LONGEST_NAME = 40;
/** Bodies that only a level or place in front tells: a bare 政府 is anybody's. */
const NEVER_BARE =
  /^(?:委|政府|府办|政府办|政府办公室|政府办公厅|政府督查室|府办公室|人民政府|人民法院|人民检察院|政务服务中心|公共资源交易中心|行政服务中心|建设局|金融监管局|能源局|林业局|统计局)$/;

/**
 * The full official name of a body as a notice writes it, by the lexicon and the document's
 * region: `市发改委` in 上海市 → 上海市发展和改革委员会, `省发展改革委` in 温州市 →
 * 浙江省发展和改革委员会, `市发改委（审改办、大数据局）` → its main body, `上海海关` → itself. `region` is a
 * document's `region` (温州市, 上海市黄浦区, 全国) or null.
 *
 * `issuer` is the document's first issuer as signed; by it `杭州市局` in a notice of
 * 浙江省市场监督管理局 → 杭州市市场监督管理局, `我厅` and its `政策法规处` are told.
 *
 * Groups that one government fixes are spelled out: `各区政府` in 上海市 → 上海市各区人民政府.
 *
 * null where it cannot be told: other groups (各部门, 商务部门), inner offices by a short name (城建处),
 * a level without a region to fix it, and every name that the lexicon does not vouch for there.
 */
export function canonicalName(
  name: string,
  region: string | null,
  issuer: string | null = null,
): string | null {
  if (name.length > LONGEST_NAME) return null;
  return nameWithRoundBrackets(
    name.replace(/[〔〈［【[]/g, '（').replace(/[〕〉］】\]]/g, '）'),
    region,
    issuer,
  );
}

function nameWithRoundBrackets(
  name: string,
  region: string | null,
  issuer: string | null,
): string | null {
  const written = withoutBrackets(name.replace(/\s+/g, '')).replace(/^[*＊]|^原(?=[一-龥]{3})/, '');
  if (written.length < 2) return null;
  const home = region === null || region === NATION ? null : regionNamed(region);
  const whole = namedBodyOf(name, home) ?? namedBodyOf(written, home);
  if (whole !== null) return whole;
  const national = nationalBodyOf(written, region === NATION);
  if (national !== null) return national;
  const placeOf = (level: string): Region | null => placeOfLevel(level, home);
  const compact = name.replace(/\s+/g, '');
  if (issuer !== null && isInnerOffice(compact)) {
    const issuing = canonicalName(issuer, region) ?? signedInFull(issuer, home);
    return issuing === null ? null : innerOfficeOf(compact, issuing);
  }
  const group = home === null ? null : canonicalGroup(compact, { home, placeOf });
  if (group !== null || isUnitGroup(name)) return group;
  return (
    fieldOfficeOf(written, placeOf, home) ??
    zoneCommitteeOf(written, home) ??
    ofNamedPlace(written, home) ??
    ofLevel(written, home) ??
    ofHome(written, home) ??
    (issuer === null ? null : ofIssuer(written, home, canonicalName(issuer, region)))
  );
}

/** 上海市工程建设项目审批制度改革工作领导小组: no row holds it, and it signs under its full name. */
function signedInFull(issuer: string, home: Region | null): string | null {
  if (home === null || !issuer.startsWith(home.fullName)) return null;
  return /(?:领导小组|工作小组|联席会议)$/.test(issuer) ? issuer : null;
}

/**
 * What only the issuer tells: `我厅`, `分局`; and of the same line of administration
 * `杭州市局`, `省局`.
 */
function ofIssuer(written: string, home: Region | null, issuer: string | null): string | null {
  if (issuer === null) return null;
  if (/^[我本][委局厅办]$/.test(written)) return issuer.endsWith('政府') ? null : issuer;
  if (written === '分局') return issuer.endsWith('分局') ? issuer : null;
  const bureau = /^(.{2,8})局$/.exec(written);
  const issuing = leadingPlace(issuer.replace(/^国家税务总局/, ''), null);
  if (bureau === null || issuing === null || !/局$/.test(issuer)) return null;
  const found = leadingPlace(bureau[1]!, home);
  if (found === null || found.length !== bureau[1]!.length) return null;
  return departmentOf(found.place, issuer.replace(/^国家税务总局/, '').slice(issuing.length));
}

/** 上海市商务委, 合肥市人民政府, 瓯海区政府; party bodies with their first words. */
function ofNamedPlace(written: string, home: Region | null): string | null {
  const body = written.replace(/^(?:中共|共青团)/, '');
  const found = leadingPlace(body, home);
  if (found === null || found.length === body.length) return null;
  const rest = body.slice(found.length);
  if (written.startsWith('共青团')) return rest === '委' ? departmentOf(found.place, '团委') : null;
  const department = departmentOf(found.place, rest) ?? branchOf(found.place, rest);
  if (department !== null) return department;
  const spelled = spelledOut(found.place, rest);
  const withClassWord = body.slice(0, found.length).endsWith(found.place.name);
  return spelled === null || withClassWord ? spelled : body;
}

/** 市发改委, 省委组织部, 区财政局, 团市委. */
function ofLevel(written: string, home: Region | null): string | null {
  const league = /^团([省市区县州])委$/.exec(written);
  if (league !== null) return orNull(placeOfLevel(league[1]!, home), '团委');
  const level = /^(?:自治区|[省市区县州旗盟])(?!场)/.exec(written)?.[0];
  if (level === undefined) return null;
  const place = placeOfLevel(level, home);
  const rest = written.slice(level.length);
  if (place === null) return null;
  return departmentOf(place, rest) ?? branchOf(place, rest) ?? spelledOut(place, rest);
}

/** A department without a level, in a list whose first name bore it (`市发改委、工信局、财政局`). */
function ofHome(written: string, home: Region | null): string | null {
  if (home === null || NEVER_BARE.test(written) || written.startsWith('委')) return null;
  // A province's list often means the bodies of every level: 发改、工商联、科协.
  if (home.level === 'province' && !isMunicipality(home) && !/[厅委]$/.test(written)) return null;
  return departmentOf(home, written);
}

/** 公安局奉贤分局, 公安局指挥中心: a department's own branch. */
function branchOf(place: Region, rest: string): string | null {
  const branch = /^(.{2,12}?局)([一-龥]{2,4}分局|指挥中心)$/.exec(rest);
  const department = branch === null ? null : departmentOf(place, branch[1]!);
  return department === null ? null : department + branch![2]!;
}

function spelledOut(place: Region, rest: string): string | null {
  if (isDepartment(rest)) return null;
  if (rest.startsWith('人民政府')) {
    return /^人民政府(?:.*办公[室厅])?$/.test(rest) ? place.fullName + rest : null;
  }
  return isSpelledOut(rest) ? place.fullName + rest : null;
}

function orNull(place: Region | null, department: string): string | null {
  return place === null ? null : departmentOf(place, department);
}

/** The place that a bare 省, 市, 区, 县 means in a document of `home`. */
function placeOfLevel(level: string, home: Region | null): Region | null {
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
      return home.prefecture === null ? null : ending(regionNamed(home.prefecture), level);
    default:
      return home.level === 'county' ? ending(home, level) : null;
  }
}

function ending(place: Region | null, classWord: string): Region | null {
  return place?.name.endsWith(classWord) ? place : null;
}
