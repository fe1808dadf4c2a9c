import { CONDITION, DESCRIPTION, parameter, type QuantityRule } from '../rule.js';
import { isYearsOfLife } from '../words.js';

const LIMITED_UNITS = new Set(['工作日', '自然日', '天', '日', '小时', '分钟', '秒', '日历天']);
const SHORTENED = /(?:压缩|压减|缩短|缩减|减少|精简|降|控制|保持|稳定)(?:至|到|为|在)?$/;
/** 压缩企业开办时间至1个工作日. */
const CHANGED_TO = /(?:压缩|压减|缩短|降低|减少)[^，。；、\d]{2,30}[至到]$/;
/** 空气质量优良天数不低于292天: days that are counted, no term. */
const COUNTED =
  /(?:天数|日数|时数|学时|课时)(?:均|都|分别|每年|全年|要|应|须|力争|确保|稳定|保持|控制)*(?:[在到至为])?$/;
const CLOSED = /(?:结案|办结|审结)$/;
const RIGHT =
  /(?:有效期|期限|年限|任期|租期|租赁期|工期|质保|服务期|缓缴|宽限|延期|延长|延缓|顺延|展期|续贷|分期|保存|公示期|试用期|过渡期|减免|免征|免租|补贴|补助|奖励|支持|享受|给予|缴清|缴纳|还款|贷款|最长|责令)[^，。；]{0,16}$/;
const CASE =
  /(?:连续|满|累计|近|过去|从业|工作经[历验]|超过|缴存|居住|婚龄|入住|去化|间隔|注册|成立|登记|取得|签订|购买|出售)[^，。；]{0,12}$/;
/** What a firm or a citizen has to do, or may then have. */
const HAS_TO =
  /^，?[^，。；]{0,14}(?:当事人|购房[人者]|申请[人者]|受让人|竞得人|承租人|出租人|业主|开发企业|用人单位|缴存人|职工|居民|家庭|毕业生)(?:应|须|需|可|要|必须)|^[^，。；]{0,24}可(?:以)?(?:给予|享受|获|申请|领取)/;
/** 连续9年居世界首位: a tale of the past. */
const KEPT_UP = /^(?:保持|位居|位列|稳居|居|增长|实现|下降|获|入选|超|正增长|丰收)/;
const APPLICANT =
  /^(?:应当?|须|需|要|可|必须|自行|依法|及时|自愿|在[^，。；]{1,12}|向[^，。；]{1,12})*(?:申请|提出(?:申请|质疑|异议|复核|投诉|申诉)|提交|申报|缴纳|缴清|补缴|付清|领取|使用|兑付|换购|迁入|落户|再次|重新|购买|出售|注册|开工|竣工|入住|消费|核销)/;
/** 本要点印发后30日内: when a task is due, not how long a process takes. */
const OWN_DEADLINE = /本[^，。；]{2,12}(?:印发|发布|下发|出台|施行)(?:之日起|后)?$/;
/** 自印发之日起30日后施行，有效期三年: how long the document itself is in force. */
const IN_FORCE = /(?:施行|实施|执行|生效)[，,]?(?:有效期限?|试行期限?)(?:暂定)?(?:为|是)?$/;

/** Lengths of time that limit no process of the bodies charged. */
export const term: QuantityRule = {
  id: 'quantity.term',
  summary:
    'A length of time that limits no process: terms of rights, waiting times, periods looked back on.',
  example: '【连续3年】列入名单',
  read(mention) {
    const { quantity, before, after, compared, text } = mention;
    if (quantity.kind !== 'time') return null;
    if (IN_FORCE.test(text.slice(Math.max(0, quantity.start - 24), quantity.start)))
      return DESCRIPTION;
    const unit = quantity.unit ?? '';
    if (quantity.op !== null && COUNTED.test(before)) return null;
    if (isYearsOfLife(before)) return null;
    const shortened = SHORTENED.test(compared) || SHORTENED.test(before);
    if (shortened && (LIMITED_UNITS.has(unit) || !/间隔|贷款(?:年限|期限)/.test(before)))
      return null;
    const limits = quantity.op === '<=' && (LIMITED_UNITS.has(unit) || CLOSED.test(before));
    if (CHANGED_TO.test(before)) return null;
    if (HAS_TO.test(after + mention.leadOut)) return CONDITION;
    if (/^的?(?:免费|免租|带薪)/.test(after)) return parameter(mention);
    const refused = /^(?:未|没有|不|的[，；。]|后|以后|之后|前$)/.test(after);
    if (
      limits &&
      !refused &&
      !APPLICANT.test(after) &&
      !RIGHT.test(before) &&
      !/(?:连续|满|累计|近|提前|前)[^，。；]{0,8}$/.test(before) &&
      !OWN_DEADLINE.test(before)
    )
      return null;
    if (
      quantity.op === null &&
      LIMITED_UNITS.has(unit) &&
      PROCESS.test(text.slice(quantity.end, quantity.end + 12))
    )
      return null;
    if (/不得?(?:晚于|迟于)|最迟|最晚/.test(before) && LIMITED_UNITS.has(unit)) return null;
    if (KEPT_UP.test(after)) return DESCRIPTION;
    if (CASE.test(before) || APPLICANT.test(after) || /^(?:满|超过)/.test(compared))
      return CONDITION;
    if (
      RIGHT.test(before) ||
      /^(?:的)?(?:贴息|补贴|奖励|租金|免租|缓缴|减免|过渡期|宽限期)/.test(after)
    )
      return parameter(mention);
    return DESCRIPTION;
  },
};

/** 3个工作日办结, 1分钟响应: 内 is left out. */
const PROCESS =
  /^[的]?(?:响应|办结|办理完毕|办好|办成|出证|领证|完成|取证|拿证|反馈|答复|受理|审结|核发|放款|到位)/;
