import { PAGE_COLUMNS } from '../../lexicon/data/page-columns.js';
import { alternation } from '../../lexicon/vocabulary.js';
import { widthNormalized } from '../../model/width.js';
import { squeezed } from './squeeze.js';

const COLUMN = new RegExp(`^(?:${alternation(PAGE_COLUMNS)}|[>»›/|｜·•])+$`);
const LONGEST_COLUMN = 12;
/** `编辑：`, `信息来源：`: a short label with its colon. */
const LABELS = /[\u4e00-\u9fff]{2,6}\s*[：:]/g;
const CLOCK =
  /(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?/;
const OF_PAGE = /来源|发布|时间|日期|浏览|阅读|点击|字号|字体|作者|编辑|打印|分享/;
const LONGEST_ROW = 120;
const FEWEST_WORDS = 4;
const LONGEST_WORD = 6;
const ADDRESS = /[\w.]+@[\w.]+|https?:|www\.|\.(?:docx?|pdf|html?|com|cn)\b|\d{3,4}-\d{7,8}/i;

const PAGE_WORD =
  /(?:^|[\s|｜>»·])(?:首页|登录|登陆|注册|收藏本站|网站地图|手机版|APP下载|设为首页)(?:$|[\s|｜>»·])/;
/** `全文页数:19页`, `日期：06-24`, `资源格式: DOCX`: a label with a value of digits, Latin letters or next to nothing. */
const MEASURED =
  /^[-•·*\s]*[\u4e00-\u9fffA-Za-z]{2,8}[：:](?:[^：:，。]{1,4}|[^\u4e00-\u9fff：:，。]*[\dA-Za-z][^：:，。《》]{0,16})$/;

/** Whether a line holds a word of a page's frame, set apart: `某某网 首页`. */
export const holdsPageWord = (raw: string): boolean =>
  raw.length <= LONGEST_ROW && PAGE_WORD.test(raw.trim());

/** Whether a line is a field of a page by its shape: `下载积分:5金币`. */
export const isMeasured = (raw: string): boolean => MEASURED.test(squeezed(raw));

/** Whether a line is the name of a site's column, made of nothing but words that such names are made of. */
export const isColumn = (line: string): boolean =>
  line.length <= LONGEST_COLUMN && COLUMN.test(line);

/** Whether a line holds an address of the net or a telephone number: no title does. */
export const holdsAddress = (line: string): boolean => ADDRESS.test(line);

/** `首页 文章推荐 家电百科 实时讯息 常识`: four short words and more, set apart, as in a menu. */
export function isMenuRow(raw: string): boolean {
  const words = raw.trim().split(/[\s|｜>»›/]+/);
  return words.length >= FEWEST_WORDS && words.every((word) => word.length <= LONGEST_WORD);
}

/**
 * `扫描到手机 政策 来源:某网 发布日期:2014-04-05 16:26 字号:T|T`, `2022年01月18日来源：1`: fields of a page by their shape, whatever the labels
 * are: a row of labels with colons, or a day with a word of pages beside it, and no sentence.
 */
export function isRowByShape(raw: string): boolean {
  const line = squeezed(widthNormalized(raw));
  if (line.length > LONGEST_ROW || /[。；，]/.test(line)) return false;
  const labels = line.match(LABELS)?.length ?? 0;
  const isDated = CLOCK.test(line) && line.replace(CLOCK, '').length <= LONGEST_ROW / 2;
  return OF_PAGE.test(line) && (labels >= 2 || isDated);
}

/** Whether a line below a title is a field of the page by its shape, or a row of them. */
export const isRowBelow = (raw: string): boolean => isRowByShape(raw) || isMeasured(raw);
