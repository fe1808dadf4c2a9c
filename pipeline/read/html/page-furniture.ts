import { squeeze } from './dom.js';

/** Lines of a page that are no part of its article; each with one that was met. */
const FURNITURE: readonly RegExp[] = [
  /^(?:[【[〖（(|]?(?:打印|关闭|返回|收藏|加入收藏|复制|下载|我要纠错|纠错|朗读|点赞|顶部)(?:本页|此页|文章|窗口|页面|全文|首页|列表|链接|上一页|顶部|PDF|Word)?[】\]〗）)|]?)+$/i, // 【打印本页】【关闭窗口】
  /^[【[（(]?(?:字号|字体)(?:大小)?[：:]?.{0,24}$/, // 字号：[大 中 小]
  /^[[【（(]?大[|\s]*中[|\s]*小[\]】）)]?$/,
  /^(?:分享|分享到|分享至|扫一扫|扫码|扫描二维码|(?:微信|手机)扫一扫|用手机).{0,24}$/, // 扫一扫在手机打开当前页
  /^(?:上|下)一[篇条页][：:]?/, // 上一篇：…
  /^(?:您|你)?(?:现在|当前|目前|所在|的)*位置(?:是)?[：:>]/, // 您现在的位置：首页 > 政务公开
  /^(?:责任编辑|责编|编辑|审核|撰稿|录入|供稿)[：:].{1,20}$/, // 责任编辑：某某
  /^(?:信息|稿件|文章|文件)?来源[：:].{0,60}$/, // 来源：本网
  /^(?:发布|发稿|更新|公开)?(?:时间|日期)[：:](?:19|20)\d{2}.{0,60}$/, // 发布时间：2018-12-21 10:00
  /(?:浏览|点击|访问|阅读)(?:次数|数|量)[：:]?/, // 浏览次数：
];
const LIST_HEADING =
  /^[【[]?(?:相关(?:阅读|链接|解读|文件|新闻|信息|文章|稿件|政策|报道)|政策解读|延伸阅读|解读材料|推荐阅读|热点推荐)[】\]]?[：:]?$/;
const LONGEST = 120;

/** Whether a line is part of the page's frame: buttons, counters, where the page stands. */
export function isPageFurniture(text: string): boolean {
  const line = squeeze(text);
  return line.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(line));
}

/** Whether a line heads a list of links: 相关阅读. */
export const headsLinks = (text: string): boolean => LIST_HEADING.test(squeeze(text));

const PUBLISHED =
  /(?<![\u4e00-\u9fff])(?:发布|发稿|公开)?(?:时间|日期)[：:]\s*((?:19|20)\d{2}[-年./]\s*\d{1,2}[-月./]\s*\d{1,2})/;

/** 发布时间 in a line below a page's title, as written; null where it has none. */
export const publishedIn = (text: string): string | null => PUBLISHED.exec(text)?.[1] ?? null;
