import { DESCRIPTION, type QuantityRule } from '../rule.js';

const EXISTING =
  /(?:等|首批|余下|其余|剩余|现有|原有|已有|上述|以上|列入[^，。；]{0,14}|规划的?|确定的|梳理的|围绕|聚焦|针对|涉及|包括|依托|在建的?|在库|入库的?|抓好|抓实|做好|推进(?:实施)?|加快(?:推进|实施|建设)?|统筹(?:推进)?|加强|强化|推行|深化|紧盯|锚定|“十[三四五]五”规划|续建里程|对)$/;
/** 围绕全市产业集群13个重点产业链: what the work turns round. */
const ROUND = /(?:围绕|聚焦|紧扣|立足)[^，。；、\d]{2,18}$/;
/** 启动甲、乙等10个景区建设: they are to come. */
const NAMED_AND_BEGUN =
  /^(?:分批次|分期|全面|年内|全年|同时|并)?(?:力争)?(?:启动|开工建设|新开工|建成|完工|竣工|打造|新建|创建|培育|引进|完成|治理|整治|改造|修复|拆除|建设)(?:[^，。；\d]|[A-Z]\d{1,4}){2,80}等$/;
const OUTCOME_FOLLOWS =
  /复工|复产|投产|建成|竣工|完工|开工|通车|落地|上市|达产|见效|入驻|参加|完成/;
const ALL_OF =
  /^(?:大|个)?(?:重点|主要|领域|方面|专项|试点|地区|市|县|区|部门|环节|产业链|产业集群|在建|已|国家级贫困)/;
const PLACE = /(?:全[市省区县国州旗]|我[市省区县州]|[一-鿿]{2,4}[市省区县州])$/;
const EXISTING_BEHIND =
  /^(?:以上)?(?:个|家|户|项|名|条)?的?(?:在建|现有|存量|已建|续建|国定|省定|既有|入库|在库|规上|在营)/;

/** 加快2个改造试点和4个转型试点建设: the second of two sets that are worked on. */
const SET_BESIDE = /(?:推进|加快|加强|抓好|做好)\d+个[^，。；、\d]{2,24}[和及与]$/;

const SET_ENDS = /(?:试点|示范|改革|项目)[^，。；]{0,6}(?:建设|工作)$/;

/** 科技金融方面5项: how many a list has of each kind. */
const IN_A_FIELD = /(?:方面|领域|类)共?$/;

/** 保障全省177万亩农田配水: fields that exist. */
const SECURED = /保障(?:好)?(?:全?[市县区省州])?$/;
const WHAT_GROWS = /^[一-鿿]{0,6}(?:农田|耕地|茶园|果园|林地|灌区|作物|水稻|小麦|玉米)/;
/** 确保5个安置点群众稳得住: a state of things that exist. */
const KEPT = /(?:确保|保障|保证)(?:全[市县区]|辖区)?$/;
const KEPT_SO =
  /[一-鿿]得[出住稳下起好]|安全(?:运行|稳定|度汛)|平稳运行|不停[产工]|不断[档链]|有序衔接/;

const EVENTS = new Set('场 场次 堂 次 期 轮 批次'.split(' '));

const RANK_UNITS = new Set(['位', '名']);
const RANKED = /(?:排名|进位|位次|名次)[^，。；]{0,10}$/;

/** How many there are of things that the work is done with. */
export const existing: QuantityRule = {
  id: 'quantity.existing',
  summary: 'How many there are of a set that exists and is worked on.',
  example: '推进【2269个】在建项目建设',
  read({ quantity, before, after, compared, clauseBefore }) {
    if (KEPT.test(before) && KEPT_SO.test(after)) return DESCRIPTION;
    if (
      quantity.kind === 'physical' &&
      quantity.op === null &&
      SECURED.test(before) &&
      WHAT_GROWS.test(after)
    )
      return DESCRIPTION;
    // 进位不少于3位: a rank.
    if (RANK_UNITS.has(quantity.unit ?? '') && RANKED.test(before)) return DESCRIPTION;
    if (quantity.op !== null && compared !== '对') return null;
    if (quantity.kind !== 'count' && quantity.kind !== 'noun' && quantity.kind !== 'physical')
      return null;
    if (OUTCOME_FOLLOWS.test(after)) return null;
    if (SET_BESIDE.test(clauseBefore) && SET_ENDS.test(after)) return DESCRIPTION;
    if (IN_A_FIELD.test(before) && /^(?:项|条)$/.test(quantity.unit ?? '') && after === '')
      return DESCRIPTION;
    if (EXISTING_BEHIND.test(after)) return DESCRIPTION;
    if (NAMED_AND_BEGUN.test(clauseBefore)) return null;
    // 推进300堂知识巡讲: events come about.
    if (EVENTS.has(quantity.unit ?? '') && /推进(?:实施)?$/.test(before)) return null;
    if (EXISTING.test(before) || (ROUND.test(before) && after !== '')) return DESCRIPTION;
    return PLACE.test(before) && ALL_OF.test(after) ? DESCRIPTION : null;
  },
};
