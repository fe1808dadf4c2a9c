import { type QuantityRule, target } from '../rule.js';
import { OUTCOME } from '../words.js';

const COMES_ABOUT = new RegExp(
  `^(?![^，。；]*完成(?:年度)?投资)[一-鿿“”（）、《》A-Za-z]{0,24}?(?<!新|率)(?:${OUTCOME})(?!率|情况|标准|条件|后|的|计划|方案|数量|面积)(?![^，。；]*(?:计划|方案|任务|进度|工作|比例|率)$)[^，。；、]{0,16}$`,
);
/** 任务落实落地: work that is done, not things that come about. */
const WORK = /(?:任务|举措|措施|政策|工作|事项|要求)[^，。；]{0,6}(?:落实|落地|完成)/;
const DRIVEN =
  /(?:推动|推进|组织|促进|指导|支持|帮助|加快|加快推进|力促|力争|确保|争取|动员|实现|引导|年内|全年|[一二三四]季度|底前|月前|20\d\d年度)(?:[^，。；的对]{0,12}|[^。；对]{0,80}等)$|^$/;
/** 为2万家企业解决用工需求: how many are served. */
const SERVED =
  /^(?:以上)?的?[一-鿿（）]{0,20}?(?:提供|解决|办理|开展|发放|落实|减负|争取|进行|实施|加装|安装|更换|配备|建立|购买|上门|筛查|接种|体检|检查|诊疗|适配|培训|改造|配置)/;

/** 完成甲、乙等4座排水站更新改造: works that come to an end, named before they are counted. */
const FINISHES = /^(?:同时|并|全面|年内|全年)?完成[^，。；]{0,40}$/;
/** 启动甲、乙等10个景区建设: named things that are begun or made. */
const BEGINS =
  /^(?:分批次|分期|全面|年内|全年|同时|并)?(?:力争)?(?:启动|开工建设|新开工|建成|完工|竣工|打造|新建|创建|培育|引进|治理|整治|改造|修复|拆除|建设)(?:[^，。；\d]|[A-Z]\d{1,4}){2,80}等$/;
const WORKS_ON =
  /^[一-鿿]{1,12}?(?:建设|改造|更新改造|整治|修复|加固|治理|除险加固|搬迁|拆除|提升改造|贯通|工程)(?:任务|工程|施工)?$/;
/** 六座, 2公里: works that are counted or measured, in words too; 三项 counts what is to be done. */
const WORK_UNITS = new Set('座 处 条 所 幢 栋 公里 千米 米 平方米 平方公里 亩'.split(' '));

/** 其中5个游园打造成精品. */
const MADE_INTO = /^[一-鿿]{2,12}(?:、\d+[个处座][一-鿿]{2,12})?(?:打造成|打造为|建设成|升级为)/;

/** A count of things and what becomes of them by the work. */
export const outcome: QuantityRule = {
  id: 'quantity.outcome',
  summary: 'A count of things, and what is to become of them by the work.',
  example: '推动【22处】煤矿复工复产',
  read(mention) {
    const { quantity, before, after, compared, text, clauseBefore } = mention;
    const finished = quantity.op === null && FINISHES.test(clauseBefore) && WORKS_ON.test(after);
    if (finished && WORK_UNITS.has(quantity.unit ?? '')) return target('=');
    if (quantity.kind !== 'count' && quantity.kind !== 'noun') return null;
    if (/^[一二两三四五六七八九十]/.test(text.slice(quantity.amountStart)) && quantity.value <= 20)
      return null;
    if (finished) return target('=');
    if (
      quantity.op === null &&
      quantity.kind === 'count' &&
      BEGINS.test(clauseBefore) &&
      /^[一-鿿]{2,}/.test(after)
    )
      return target('>=');
    if (mention.previous?.rule === 'quantity.extent' && WORKS_ON.test(after)) return target('>=');
    if ((compared === '为' || /为$/.test(before)) && SERVED.test(after)) return target('>=');
    if ((quantity.op !== null && quantity.op !== '>=') || /已/.test(after) || WORK.test(after))
      return null;
    if (/^其中$/.test(before) && MADE_INTO.test(after)) return target('>=');
    return DRIVEN.test(before) && COMES_ABOUT.test(after) ? target(quantity.op ?? '>=') : null;
  },
};
