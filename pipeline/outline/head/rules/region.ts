import { provinceOfCode } from '../../../lexicon/province-signs.js';
import { leadingRegionOf, NATION, regionOf } from '../../../lexicon/regions.js';
import type { RegionRule } from '../evidence.js';

const NATIONAL_TITLE =
  /^(?:中华人民共和国(?!.{0,4}海关关于)|(?:\d{4}年)?(?:中央一号文件|国务院|中共中央|全国人民代表大会|全国人大|最高人民法院|最高人民检察院))/;

/** The place whose government it binds, the surest first. */
export const REGION_RULES: readonly RegionRule[] = [
  {
    id: 'head.region-issuer',
    summary: 'The place of the first body that signs; 全国 for bodies of the centre.',
    example: '【温州市】教育局 2025年3月5日',
    read: ({ issuers, heading }) =>
      first(issuers, (name) => regionOf(name, heading?.section ?? null)),
  },
  {
    id: 'head.region-code',
    summary:
      'The province that the number begins with, where the body that signs is called 省… or 自治区….',
    example: '省人民政府关于加快推进体育强省建设的意见 【鄂】政发〔2017〕63号',
    read: ({ issuers, opening: { docNumber }, facts }) =>
      /^(?:省|自治区)/.test(issuers[0] ?? '')
        ? (provinceOfCode(docNumber ?? facts.doc_number ?? '') ?? null)
        : null,
  },
  {
    id: 'head.region-nation',
    summary: 'A title that names the state or an organ of the centre.',
    example: '【中华人民共和国】市场主体登记管理条例',
    read: ({ title }) => (NATIONAL_TITLE.test(title) ? NATION : null),
  },
  {
    id: 'head.region-title',
    summary: 'The place that the title, or that of what it carries, begins with.',
    example: '【定西市】促进房地产市场平稳健康发展若干措施',
    read: ({ title, carries, heading }) =>
      first([title, ...carries], (words) => leadingRegionOf(words, heading?.section ?? null)),
  },
  {
    id: 'head.region-section',
    summary: 'The place under which a compendium files it.',
    example: '（一）【上海】 1. 上海海关等11部门关于印发…的通知',
    read: ({ heading }) => (heading?.section ? regionOf(heading.section) : null),
  },
];

function first(words: readonly string[], read: (words: string) => string | null): string | null {
  for (const each of words) {
    const region = each === '' ? null : read(each);
    if (region !== null) return region;
  }
  return null;
}
