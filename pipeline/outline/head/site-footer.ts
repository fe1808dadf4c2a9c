import { roleOfColumnHead } from '../../lexicon/responsibility.js';
import { readLabel } from '../labels/index.js';
import type { BlockRole, Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';

/** Lines that only the foot of a site has; each with one that was met. */
const SURE: readonly RegExp[] = [
  /ICP备/i, // 某ICP备05000000号
  /网站标识码|公网安备/, // 政府网站标识码：3305230001
  /^(?:版权所有|版权归)|^copyright|©/i, // 版权所有：某县人民政府
];
/** Lines that begin the foot of a site where they stand behind the signature. */
const BEGINS: readonly RegExp[] = [
  ...SURE,
  /^(?:维护|技术支持|运维)(?:单位|部门)?：/, // 维护单位：某县数据局
  /^相关(?:链接|文件|文档|信息|新闻|稿件|阅读|解读|政策)：?$/, // 相关链接
  /^分享(?:到|至)/, // 分享到微信
];
const LONGEST = 160;

/**
 * Index of the first block of the foot that a site prints below a notice, up to the last block; -1 where it has none.
 * 主办：县发改局 may charge a body: it is the foot's only in lines right below the signature, or above what only a
 * site's foot has.
 */
export function siteFooterStart(blocks: Blocks, roles: readonly BlockRole[], from: number): number {
  const belowText =
    blocks.findLastIndex((_, index) => index < from || !mayBeFooter(blocks, roles, index)) + 1;
  const lines = blocks.slice(belowText).map(({ passage }) => squeezed(passage.reading));
  const sure = lines.findLastIndex((line) => isOne(line, SURE));
  const isSigned = roles[belowText - 1] === 'signature';
  const begins = lines.findIndex(
    (line, at) => (isSigned || at <= sure) && (isOne(line, BEGINS) || namesHost(line)),
  );
  return begins < 0 ? -1 : belowText + begins;
}

/** 主办：某县人民政府办公室 承办：某县数据局 */
const namesHost = (line: string): boolean =>
  roleOfColumnHead(/^([^：]{2,6})：/.exec(line)?.[1] ?? '') !== null;

const isOne = (line: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(line));

/** Whether a block is a line without a sentence or a label, and none of the notice's frame. */
function mayBeFooter(blocks: Blocks, roles: readonly BlockRole[], index: number): boolean {
  const { kind, passage } = blocks[index]!;
  if (kind === 'table' || passage.length > LONGEST) return false;
  if (roles[index] !== 'body' && roles[index] !== 'note') return false;
  const line = squeezed(passage.reading);
  return !/[。；]/.test(line) && readLabel(line) === null;
}
