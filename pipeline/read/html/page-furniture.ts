import { squeeze } from './dom.js';

const LIST_HEADING =
  /^[【[]?(?:相关(?:阅读|链接|解读|文件|新闻|信息|文章|稿件|政策|报道)|政策解读|延伸阅读|解读材料|推荐阅读|热点推荐)[】\]]?[：:]?$/;

/** Whether a line heads a list of links: 相关阅读. */
export const headsLinks = (text: string): boolean => LIST_HEADING.test(squeeze(text));

const PUBLISHED =
  /(?<![\u4e00-\u9fff])(?:发布|发稿|公开)?(?:时间|日期)[：:]\s*((?:19|20)\d{2}[-年./]\s*\d{1,2}[-月./]\s*\d{1,2})/;

/** 发布时间 in a line below a page's title, as written; null where it has none. */
export const publishedIn = (text: string): string | null => PUBLISHED.exec(text)?.[1] ?? null;
