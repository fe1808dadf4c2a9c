/** 总产, 出栏总量: how much there is of what the number before it measures. */
const YIELD = /^(?:总产量?|年产量|产量|单产|产值|总产值)$/;
const AREA = /^([一-鿿]{2,8}?)(?:种植|播种)?面积$/;

/** 蔬菜面积稳定在20万亩、总产60万吨: 蔬菜总产; null where the name tells of what it is. */
export function yieldOfArea(name: string, previous: string | null): string | null {
  const crop = previous === null ? undefined : AREA.exec(previous)?.[1];
  return crop !== undefined && YIELD.test(name) ? crop + name : null;
}
