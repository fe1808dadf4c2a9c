/** Lines of a page that are no part of its article; each with one that was met. */
const FURNITURE: readonly RegExp[] = [
  /^(?:[【[〖（(|]?(?:打印|关闭|返回|收藏|加入收藏|复制|下载|我要纠错|纠错|朗读|点赞|顶部|听全文|保存)(?:本页|此页|文章|窗口|页面|全文|首页|列表|链接|上一页|顶部|PDF|Word)?[】\]〗）)|]?)+$/i, // 【打印本页】【关闭窗口】
  /^[【[（(]?(?:浏览)?(?:字号|字体)(?:大小)?[：:]?.{0,60}$/, // 字号：[大 中 小]
  /^[[【（(]?(?:A[+⁺]?)?大[|\s]*(?:A[+⁺]?)?中[|\s]*(?:A[+⁺]?)?小[\]】）)]?$/, // A+大 A+中 A+小
  /^(?:分享|分享到|分享至|扫一扫|扫码|扫描二维码|(?:微信|手机)扫一扫|用手机).{0,24}$/, // 扫一扫在手机打开当前页
  /^(?:上|下)一[篇条页][：:]?/, // 上一篇：…
  /^(?:您|你)?(?:现在|当前|目前|所在|的)*位置(?:是)?[：:>]/, // 您现在的位置：首页 > 政务公开
  /^[-•·*●]?(?:网站)?首页(?:[>›»/]+[\u4e00-\u9fff、，（）]{2,30})+[>›»/]*$/, // 首页 > 政务公开 > 通知公告
  /^(?:[>›»]+[\u4e00-\u9fff、，（）]{2,30}){2,}[>›»]*$/, // > 政务公开 > 组织机构 > 其他文件, below 当前位置：首页
  /^(?:责任编辑|责编|编辑|审核|撰稿|录入|供稿)[：:].{1,20}$/, // 责任编辑：某某
  /^(?:信息|稿件|文章|文件)?来源[：:].{0,60}$/, // 来源：本网
  /^(?:发布|发表|发稿|更新|公开)?(?:时间|日期)[：:](?:19|20)\d{2}.{0,80}$/, // 发布时间：2018-12-21 10:00
  /(?:浏览|点击|访问|阅读)(?:次数|数|量)[：:]?/, // 浏览次数：
  /^(?:新华社|中新社|新华网)[\u4e00-\u9fff]{1,8}\d{1,2}月\d{1,2}日(?:电|讯)$/, // 新华社北京2月13日电
  /^(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\d{1,2}[：:]\d{2}.{0,60})$/, // 2024年07月05日 10:12
  /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/,
  /^(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}[，,]?(?:[上下]午)?\d{1,2}[：:]\d{2}(?!.*(?:通知|意见|办法|方案|公告)$).{0,60}$/, // 2023/9/21 10:12 某某市人民政府: a browser's print
  /^(?:归档|打印|采集|收录|上传|浏览)(?:时间|日期)[：:]/, // 归档时间：2018-11-21
  /^视力保护色[：:]?.{0,20}$/,
  /^(?:设为首页|加入收藏|无障碍(?:浏览|阅读)?|长者(?:模式|助手|版)|关怀版|适老版|繁体版?|简体版?|登录|注册|智能问答|用户中心|English|[|｜/])+$/i, // 无障碍 长者模式 繁体
  /^(?:状态|当前状态|文件状态|时效性?|有效性)[：:](?:现行)?(?:有效|失效|已失效|已废止|已修改|废止)$/, // 状态：现行有效
  /^[（(【[]?(?:已失效|已废止|现行有效)[）)】\]]?$/, // （已失效）
  /^(?:意见(?:征询|征集)|征求意见|通知公告|公告公示|公示公告|政策文件|政策法规|规范性文件|部门文件|政府文件|最新政策|信息公开|政务公开|工作动态)$/, // a page's column
  /^[^\s。，]{0,40}\.(?:png|jpe?g|gif|bmp|docx?|pdf|xlsx?|wps|zip|rar)$/i, // 1.png: a picture, a file to download
  /^[\u4e00-\u9fff]{2,20}(?:门户网站|政府网站?|政务网|信息网|公众信息网|官方网站)$/, // 某某市人民政府门户网站
  /^[\u4e00-\u9fff]{0,16}www\.[\w.-]+\.(?:cn|com|net|org)\b.{0,60}$/i, // 中国某市 www.example.gov.cn 日期：2016-12-08
  /^[\u4e00-\u9fff]{0,12}记者[\u4e00-\u9fff]{2,8}$/, // 某某新闻记者张三
  /^[^。]{0,30}(?:联系我们|关于我们|网站地图|版权声明|免责声明|网站声明)$/, // 法律咨询 联系我们
  /^字号$/,
  /^-?\d*次$/, // -次
  /^(?:原文链接|来源网址|网址|链接|下载地址)[：:]/, // 原文链接：https://…
  /^\[?https?:\/\/\S+$/,
  /^【法宝引证码】/, // 【法宝引证码】 CLI.12.5679380
];
const LONGEST = 120;

/** Whether a line is part of the page's frame: buttons, counters, where the page stands. */
export function isPageFurniture(text: string): boolean {
  const line = text.replace(/\s+/g, '');
  return line.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(line));
}

/** Furniture that no sentence of a text can begin with, wherever its lines are broken. */
const BUTTONS: readonly RegExp[] = [
  FURNITURE[0]!,
  /^[^\s。，]{0,40}\.(?:png|jpe?g|gif|bmp)$/i, // 1.png
  /^[[【（(]?(?:字号|字体)(?:大小)?[：:]?[[【（(]?(?:A[+⁺]?)?大[|\s]*(?:A[+⁺]?)?中[|\s]*(?:A[+⁺]?)?小[\]】）)]{0,2}$/, // 【字体：大 中 小】
  /^(?:上|下)一[篇条页][：:]/,
  /^(?:您|你)?(?:现在|当前|目前|所在|的)*位置(?:是)?[：:>].*首页/,
  /^(?:分享到|分享至)[：:].{0,24}$/,
  /^扫一扫在?手机(?:上)?打开(?:当前页|此页|本页)?$/,
];

/** Whether a line is a button of a page, or says where the page stands: it belongs to no paragraph. */
export function isPageButton(text: string): boolean {
  if (text.length > LONGEST) return false;
  const line = text.replace(/\s+/g, '');
  return BUTTONS.some((pattern) => pattern.test(line));
}

/** `2023/9/21 10:12 某某局关于…的通知`, `https://…/art_1.html 1/2`: what a browser prints at the margins of its pages. */
const PRINTED_BY_BROWSER =
  /^(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}[，,\s]*(?:[上下]午)?\s*\d{1,2}[：:]\d{2}\s+(?!.*(?:来源|浏览|作者|字号))\S|^https?[：:]\/\/\S+\s+\d{1,3}\/\d{1,3}$/;

/** Whether a line is the header or footer of a page that a browser printed. */
export const isBrowserMargin = (text: string): boolean =>
  text.length <= 300 && PRINTED_BY_BROWSER.test(text);
