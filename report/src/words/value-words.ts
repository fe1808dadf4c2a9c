/** Words about values that the list is narrowed to: Chinese first, then English. */
export const VALUE_WORDS = {
  body_quarter: ['季度', 'Quarter'],
  when_recurring: ['周期性', 'recurring'],
  filter_least: ['数值不小于', 'Value from'],
  filter_most: ['数值不大于', 'Value to'],
  filter_measure: ['计量单位', 'Measure'],
  measure_money: ['金额（折合万元）', 'money, in 万元'],
} as const satisfies Record<string, readonly [string, string]>;
