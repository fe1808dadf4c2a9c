import type { IssuersRule } from '../evidence.js';
import { issuersOfTitle } from '../issuers.js';
import { withoutRepublic } from '../red-head.js';

const named = (names: readonly string[] | undefined): readonly string[] | null =>
  names && names.length > 0 ? names : null;

/** Who signs, the surest first. */
export const ISSUER_RULES: readonly IssuersRule[] = [
  {
    id: 'head.issuers-signed',
    summary: 'The bodies above the date below the text.',
    example: '特此通知。 【上海市财政局】 【上海海事局】 2023年4月10日',
    source: 'GB/T 9704-2012, 7.3.5',
    read: ({ signature }) => named(signature?.issuers),
  },
  {
    id: 'head.issuers-order',
    summary: 'The body whose order or announcement it is.',
    example: '【广州市人民政府】令 第179号',
    read: ({ opening }) => (opening.order === null ? null : named(opening.issuers)),
  },
  {
    id: 'head.issuers-order-number',
    summary: 'The body whose order or announcement bears the number.',
    example: '福建省厦门市人民政府 … 【厦门市人民政府】令第136号',
    read({ opening: { orderNumber } }) {
      const name =
        /^((?!.*第.{1,3}届)[\u4e00-\u9fff]{2,24}(?:人民政府|[部委局署]|委员会))(?:令|公告|通告)/.exec(
          orderNumber ?? '',
        )?.[1];
      return name ? [withoutRepublic(name)] : null;
    },
  },
  {
    id: 'head.issuers-office',
    summary:
      'The body that the title begins with, where the page bears the name of what it belongs to, or its own with the province.',
    example: '牟定县人民政府 首页 【牟定县人民政府办公室】关于印发应急预案的通知',
    read({ title, opening: { issuers } }) {
      const own = issuersOfTitle(title);
      const [site] = issuers;
      if (own.length !== 1 || issuers.length !== 1 || own[0] === site) return null;
      return own[0]!.startsWith(site!) || site!.endsWith(own[0]!) ? own : null;
    },
  },
  {
    id: 'head.issuers-red-head',
    summary: 'The names in the red head, each line one.',
    example: '【温州市教育局】 【温州市财政局】 文件',
    source: 'GB/T 9704-2012, 7.2.4',
    read: ({ opening: { issuers } }) =>
      named(issuers.filter((name, at) => !issuers.slice(0, at).some((one) => one.endsWith(name)))),
  },
  {
    id: 'head.issuers-title',
    summary: 'The bodies that the title begins with.',
    example: '【安徽省住房城乡建设厅】关于印发《分工方案》的通知',
    read: ({ title }) => named(issuersOfTitle(title)),
  },
  {
    id: 'head.issuers-adoption',
    summary: 'The body whose order published a law, in the bracket below its title.',
    example: '（2021年7月27日中华人民共和国【国务院】令第746号公布）',
    read: ({ opening }) => named(opening.adoption?.issuers),
  },
  {
    id: 'head.issuers-page',
    summary: "The body in the fields of a government page's head.",
    example: '发文机关：【山西省人民政府】',
    read: ({ facts }) => named(facts.issuers),
  },
];
