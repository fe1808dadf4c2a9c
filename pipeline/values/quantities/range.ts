import { type Amount, readAmount } from './amount.js';

const DASH =
  /(?:（含(?:本数)?）|\(含(?:本数)?\))?(?:[-—–~～－]{1,3}|至|到)(?=[\d一二三四五六七八九十百千])/y;

/** 1万-5万元, 1—2家, 十八至三十万元: the lower end with the unit of the upper one. */
export function withUpperEnd(plain: string, original: string, lower: Amount): Amount {
  if (lower.form !== 'plain' && lower.form !== 'percent') return lower;
  DASH.lastIndex = lower.end;
  const dash = DASH.exec(plain)?.[0];
  if (dash === undefined) return lower;
  const higher = readAmount(plain, original, lower.end + dash.length);
  if (higher === null || higher.upper !== null) return lower;
  if (lower.form === 'percent' && higher.form !== 'percent') {
    if (higher.unit !== null) return lower;
    return { ...lower, end: higher.end, upper: higher.value };
  }
  if (lower.kind === null) return bareLowerEnd(plain, lower, higher, lower.end + dash.length);
  if (lower.unit !== higher.unit) return lower;
  return higher.value > lower.value ? { ...lower, end: higher.end, upper: higher.value } : lower;
}

const HAN_DIGIT = /^[二三四五六七八九]$/;
/** 两到三千: the power of the upper end holds for both. */
const SHARED_POWER = /^[三四五六七八九](百|千)(?![零一二三四五六七八九])/;

/** The lower end has no measure word of its own: 10-15万 means 10万, but 5000-1万元 means 5000元. */
function bareLowerEnd(plain: string, lower: Amount, higher: Amount, higherStart: number): Amount {
  const range = { ...lower, end: higher.end, kind: higher.kind, upper: higher.value };
  if (lower.scale !== '') {
    if (higher.unit === null || !higher.unit.startsWith(lower.scale)) return lower;
    return { ...range, unit: higher.unit };
  }
  const written = plain.slice(lower.start, lower.end);
  const power = HAN_DIGIT.test(written)
    ? SHARED_POWER.exec(plain.slice(higherStart, higher.end))
    : null;
  if (power !== null) {
    const value = lower.value * (power[1] === '千' ? 1000 : 100);
    return { ...range, value, unit: higher.unit, scale: higher.scale };
  }
  if (lower.value < higher.value) return { ...range, unit: higher.unit, scale: higher.scale };
  if (higher.scale === '') return lower;
  return { ...range, unit: higher.unit?.slice(higher.scale.length) || null, upper: null };
}
