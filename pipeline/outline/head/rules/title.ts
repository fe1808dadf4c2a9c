import { recordWords } from '../../../model/characters.js';
import { looksLikeBody } from '../body-names.js';
import type { Blocks } from '../document-head.js';
import type { TitleRead, TitleRule } from '../evidence.js';
import { endsTitle, revisionOf } from '../genre.js';
import { isSureTitle } from '../menu.js';
import { squeezed, titleLikeness } from '../squeeze.js';
import type { PrintedTitle } from '../title.js';

const printed = ({ title, passage }: PrintedTitle): TitleRead => ({ title, passage });

/** `【福建莆田】关于…`, `【全国】…`: what collections put before a title. */
const COLLECTED = /^【[\u4e00-\u9fff]{2,12}】(?=.{4})/;
/** `• 某区召开推进会`: the row of a page that it stands in. */
const BULLET = /^(?:[•·●◆■▪▶►]+|#{1,6}(?=[\u4e00-\u9fff《“]))/;
/** `我市出台《X》`, `X省发布《X》`: a headline, no title of a notice. */
const HEADLINE = /(?:出台|发布|印发|公布)了?((?:[和、与及]?《[^《》]+》)+)$/;
/** `2024年度部门决算`: whose it is stands above it. */
const YEARLY_ACCOUNT =
  /^(?:19|20)\d{2}年度?(?:部门|单位)?(?:整体支出)?(?:预算|决算|绩效自评报告|工作总结)(?:公开|情况说明|说明)?$/;
/** `海关总署公告2008年第3号`: who announces, and the number. */
const ANNOUNCEMENT_NUMBER = /^[\u4e00-\u9fff]{3,30}(?:公告|通告)(?:(?:19|20)\d{2}年)?第\d{1,4}号$/;
const BLANK_LINES = /\n[ \t\u3000]*\n[ \t\u3000]*\n/;
const LONGEST_PROCLAIMING = 300;
const QUOTED_LAW = /^《([^《》]{4,60})》(?:[^。]{0,120})(?:现予(?:公布|发布)|予以(?:公布|发布))/;

/** Titles, the surest first. */
export const TITLE_RULES: readonly TitleRule[] = [
  {
    id: 'head.title-heading',
    summary: 'The title that a compendium gives its entry.',
    example: '2. 【常州市自然资源和规划局关于印发优化营商环境行动方案的通知】（2023年5月12日）',
    read: ({ heading }) => (heading ? { title: heading.title, passage: null } : null),
  },
  {
    id: 'head.title-order',
    summary: 'The law that an order publishes, printed below the order.',
    example: '中华人民共和国国务院令 第837号 …现予公布… 【国务院关于对外投资的规定】',
    read: ({ opening, proclaimed }) =>
      opening.order === '令' && opening.titles.length === 0 && proclaimed
        ? printed(proclaimed)
        : null,
  },
  {
    id: 'head.title-ordered',
    summary: 'The law that an order publishes by its name, not printed below.',
    example: '财政部令 第110号 《【代理记账管理办法】》已经…审议通过，现予公布。',
    read({ opening, blocks }) {
      if (opening.order !== '令' || opening.titles.length > 0) return null;
      const block = blocks[opening.end];
      const quoted = block && QUOTED_LAW.exec(squeezed(block.passage.reading));
      return quoted ? { title: quoted[1]!, passage: block.passage } : null;
    },
  },
  {
    id: 'head.title-proclaimed',
    summary:
      'Below its publication, which names it in its first words, the paper that the headline cuts short.',
    example:
      '《管理办法》的决定 《住房城乡建设部关于修改〈管理办法〉的决定》已经…通过，现予发布 … 【住房城乡建设部关于修改《管理办法》的决定】',
    read({ opening: { titles, end }, blocks, proclaimed }) {
      const words = squeezed(blocks[end]?.passage.reading.slice(0, LONGEST_PROCLAIMING) ?? '');
      const named = /^《(.{6,90}?)》(?:已经?|业经)[^。]{0,120}(?:现予|予以)(?:公布|发布)/.exec(
        words,
      )?.[1];
      const isCut = titles[0] && !isSureTitle(titles[0].title);
      return named && isCut && proclaimed && titleLikeness(named, proclaimed.title) > 0.9
        ? printed(proclaimed)
        : null;
    },
  },
  {
    id: 'head.title-own',
    summary: 'The title below a heading that a tool or page puts above the text.',
    example:
      '# 推进乡村全面振兴的意见 … ## 政策全文 【中共中央 国务院关于做好2023年全面推进乡村振兴重点工作的意见】',
    read: ({ opening: { own } }) => (own && endsTitle(own.title) ? printed(own) : null),
  },
  {
    id: 'head.title-announced',
    summary: 'The title that a headline above it says has come out.',
    example:
      '我市出台《关于促进房地产市场平稳健康发展的若干措施》 【关于促进房地产市场平稳健康发展的若干措施】',
    read({ opening: { titles } }) {
      const named = HEADLINE.exec(titles[0]?.title ?? '')?.[1] ?? '';
      const again = titles.slice(1).find(({ title }) => named.includes(`《${title}》`));
      return again ? printed(again) : null;
    },
  },
  {
    id: 'head.title-of-body',
    summary: 'The body on the line above, and its yearly budget or account below it.',
    example: '【上海市普陀区财政局 2024年度部门决算】',
    read({ opening: { titles, issuers } }) {
      const first = titles[0];
      if (!first || issuers.length !== 1 || !YEARLY_ACCOUNT.test(first.title)) return null;
      return { title: issuers[0]! + first.title, passage: first.passage };
    },
  },
  {
    id: 'head.title-printed',
    summary: 'The title printed above the text, over all its lines.',
    example: '【温州市人民政府办公室关于印发数字化改革工作方案的通知】 各县（市、区）人民政府：',
    read({ opening: { titles }, blocks }) {
      const named = titles.filter(({ title }) => endsTitle(title));
      const best = named[0] && longest(named);
      const own = best && named.find(({ title }) => title + revisionOf(best.title) === best.title);
      const plain = best && named.find((one) => isBylineAbove(blocks, best, one));
      return best ? uncollected(printed(plain ?? own ?? best)) : null;
    },
  },
  {
    id: 'head.title-announcement',
    summary: 'The body and the word 公告 or 通告 below it, where no other title stands.',
    example: '【中华人民共和国海关总署 公告】 2026年第18号',
    read({ opening, blocks }) {
      if (opening.titles.length > 0 || opening.order === null || opening.order === '令')
        return null;
      const lines = blocks.slice(0, opening.end).map(({ passage }) => squeezed(passage.reading));
      const at = lines.findIndex((line) => line.endsWith(opening.order!));
      const above = lines[at] === opening.order ? (lines[at - 1] ?? '') : '';
      return at < 0 ? null : { title: above + lines[at]!, passage: blocks[at]!.passage };
    },
  },
  {
    id: 'head.title-number',
    summary: 'The body and number of an announcement that has no other title.',
    example: '【海关总署公告2008年第3号】 颁布时间：2008-02-01',
    read: ({ opening: { titles, orderNumber } }) =>
      titles.length === 0 && ANNOUNCEMENT_NUMBER.test(orderNumber ?? '')
        ? { title: orderNumber!, passage: null }
        : null,
  },
  {
    id: 'head.title-page',
    summary: "The title in the fields of a government page's head.",
    example: '名称：【亳州市人民政府办公室关于印发主要目标任务分解的通知】 文号：亳政办〔2025〕1号',
    read: ({ facts: { title } }) =>
      title === null ? null : { title: recordWords(squeezed(title)), passage: null },
  },
  {
    id: 'head.title-page-heading',
    summary:
      'A heading of the page, or a line with its fields below, that ends in no word for its kind.',
    example: '【怎么申领广州市社会保障卡？】 发表时间：2026-06-25 16:00',
    read: ({ opening: { titles } }) => (titles[0] ? uncollected(printed(titles[0])) : null),
  },
  {
    id: 'head.title-carried',
    summary:
      'The title below the signature, where the notice that sends it out has none of its own.',
    example:
      '现将《山西省…实施方案》印发给你们… 【山西省激发重点群体活力带动城乡居民增收的实施方案】',
    read: ({ proclaimed }) => (proclaimed ? printed(proclaimed) : null),
  },
];

/** The same title may be there cut short, as in a page's heading. */
function longest(titles: readonly PrintedTitle[]): PrintedTitle {
  const [first] = titles;
  return titles.reduce(
    (best, one) =>
      one !== first &&
      one.title.length > best.title.length &&
      titleLikeness(one.title, best.title) > 0.9
        ? one
        : best,
    first!,
  );
}

/**
 * Whether the names that stand above a title stand below it once more: `甲部、乙部 ⏎ 关于…的通知 ⏎ 甲部、乙部` is `关于…的通知`,
 * which a page prints alone; or stand apart from it by blank lines.
 */
function isBylineAbove(blocks: Blocks, best: PrintedTitle, one: PrintedTitle): boolean {
  const names = best.title.slice(0, -one.title.length);
  const below = blocks[best.end];
  if (names === '' || !best.title.endsWith(one.title)) return false;
  if (looksLikeBody(names) && BLANK_LINES.test(best.passage.raw())) return true;
  return below !== undefined && below.kind !== 'table' && squeezed(below.passage.reading) === names;
}

/** `政务服务丨某市人民政府关于…的意见`: the column of a page that a title stands in. */
function columnOf(title: string): RegExpExecArray | null {
  const column = /^[\u4e00-\u9fff]{2,8}[丨｜|┃]/.exec(title);
  return column && isSureTitle(title.slice(column[0].length)) ? column : null;
}

function uncollected(read: TitleRead): TitleRead {
  const mark =
    (COLLECTED.exec(read.title) ?? BULLET.exec(read.title) ?? columnOf(read.title))?.[0].length ??
    0;
  return mark === 0 ? read : { title: read.title.slice(mark), passage: read.passage };
}
