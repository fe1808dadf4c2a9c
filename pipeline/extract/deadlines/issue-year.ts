import type { DeadlineValue } from './rule.js';
import type { Situation } from './situation.js';

/** 报送: what is asked for at once, whatever year the title speaks of. */
const ASKED_NOW =
  /^[^，。；]{0,24}(?:报送|上报|报至|报我|反馈|填报|填妥|报名|送交|提交|报[省市县区州](?:政府|委))/;
/** Days from the issue within which such a day comes. */
const SOON = 92;

/**
 * A bare day of a paper whose title speaks of another year than that of its issue: 2017年…年报的通知 of 8 January 2018
 * asks for 1月11日 of 2018, 2024年…的通知 of November 2023 for 11月25日 of 2023.
 */
export function inIssueYear(
  { time, after, context: { documentYear, issuedOn = null } }: Situation,
  value: DeadlineValue,
): DeadlineValue {
  if (value.kind !== 'by' || value.end === null || issuedOn === null || documentYear === null)
    return value;
  if (time.unit !== 'day' || time.year_basis !== 'reference') return value;
  const year = Number(issuedOn.slice(0, 4));
  const end = `${issuedOn.slice(0, 4)}${value.end.slice(4)}`;
  const passed = year === documentYear + 1 && end >= issuedOn;
  const early =
    year === documentYear - 1 &&
    end >= issuedOn &&
    daysBetween(issuedOn, end) <= SOON &&
    ASKED_NOW.test(after);
  return passed || early ? { ...value, end } : value;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
