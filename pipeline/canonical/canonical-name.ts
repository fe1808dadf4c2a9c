import { regionNamed } from '../lexicon/regions.js';
import { decide } from '../model/rule.js';
import { bodyNameOf } from './body-name.js';
import { CANONICAL_RULES } from './rules/index.js';

const LONGEST_NAME = 40;

/** A body's full official name, and the rule that gave it. */
export interface Canonical {
  /** null where the rule says that nobody can tell: a group, an office that its name does not fix. */
  readonly name: string | null;
  readonly rule: string;
}

/**
 * The full official name of a body as a notice writes it, by the lexicon and the document's
 * region: `市发改委` in 上海市 → 上海市发展和改革委员会, `省发展改革委` in 温州市 →
 * 浙江省发展和改革委员会, `市发改委（审改办、大数据局）` → its main body, `上海海关` → itself. `region` is a
 * document's `region` (温州市, 上海市黄浦区, 全国) or null.
 *
 * `issuer` is the document's first issuer as signed; by it `杭州市局` in a notice of
 * 浙江省市场监督管理局 → 杭州市市场监督管理局, `我厅` and its `政策法规处` are told.
 *
 * null where it cannot be told: other groups (各部门, 商务部门), inner offices by a short name (城建处),
 * a level without a region to fix it, and every name that the lexicon does not vouch for there.
 */
export function canonicalName(
  name: string,
  region: string | null,
  issuer: string | null = null,
): string | null {
  return readCanonical(name, region, issuer)?.name ?? null;
}

/** As `canonicalName`, with the rule that decided; null where no rule knows the name. */
export function readCanonical(
  name: string,
  region: string | null,
  issuer: string | null,
): Canonical | null {
  if (name.length > LONGEST_NAME) return null;
  const officialIssuer = (): string | null =>
    issuer === null ? null : (canonicalName(issuer, region) ?? signedInFull(issuer, region));
  const body = bodyNameOf(name, region, issuer, officialIssuer);
  if (body.bare.length < 2) return null;
  const decision = decide(CANONICAL_RULES, body);
  return decision === null ? null : { name: decision.value, rule: decision.rule };
}

/** 上海市工程建设项目审批制度改革工作领导小组: no row holds it, and it signs under its full name. */
function signedInFull(issuer: string, region: string | null): string | null {
  const home = region === null ? null : regionNamed(region);
  if (home === null || !issuer.startsWith(home.fullName)) return null;
  return /(?:领导小组|工作小组|联席会议)$/.test(issuer) ? issuer : null;
}
