import { KNOWN_UNITS, NOT_UNITS } from './data/known-units.js';
import { gazetteer } from './divisions.js';
import { jointNameLength } from './joint-names.js';

/**
 * How names of bodies end, longest first where one holds another. A suffix alone proves nothing:
 * `looksLikeUnit` tells 市委办 from 举办 and 财政厅 from 大厅.
 */
export const UNIT_SUFFIXES: readonly string[] = [
  '人民政府 政府 委员会 管委会 执委会 组委会 管委 党工委 工委 党组 委 分局 总局 局 办公厅 厅 办公室 督查室 研究室 处室 室 办事处 办',
  '组织部 宣传部 统战部 武装部 工作部 总部 部 法院 检察院 高院 中院 研究院 设计院 科学院 国务院 医院 学院 院 党校 学校 大学 高校 院校',
  '联合会 促进会 研究会 基金会 理事会 监事会 贸促会 银保监会 证监会 居委会 村委会 总工会 工会 协会 商会 学会 联席会议 会',
  '服务中心 中心 有限公司 分公司 公司 集团 总行 分行 中心支行 支行 银行 人行 海关 总署 海事局 大队 支队 总队 边检总站 总站 监督站 造价站 检查站',
  '领导小组 督查小组 工作小组 工作组 协调小组 小组 组 工作专班 专班 处 科 交易所 研究所 派出所 司法所 航交所 事务所 所',
  '工商联 妇联 残联 侨联 文联 社科联 科协 总社 供销社 合作社 出版社 档案馆 图书馆 博物馆 剧团 歌舞团 艺术团 文工团 街道 街镇 乡镇 部门 单位 机构 机关 园区 开发区 高新区 经开区 商务区',
].flatMap((line) => line.split(' '));

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));
const known = words(KNOWN_UNITS);
const notUnits = words(NOT_UNITS);

const LONGEST_NAME = 60;
const LONGEST_BARE = 40;
const BRACKETED = /[（(〔【[〈<][^（()）〔〕【】[\]〈〉<>]{0,60}[）)〕】\]〉>]/g;
/** What no name holds: sentence marks, titles, numbers, verbs of running text. */
const NO_NAME =
  /[\d０-９。；;：:，,！？《》〈〉【】〔〕%％+=/\\]|[的了是将被或]|推动|加强|确保|建立|提升|提供|开展|完善|打造|鼓励|实现|依托|要求|进入|设立|建成|(?:负责|牵头|配合)(?!单位|部门)|会同|按照|按职责|依职责|各自|经过|申请|并经|以及|依法|追究|修订|联合(?=同级|相关|有关)|[及和]各|[局委厅办行关会司府]等|等(?:单位|部门|机构|相关|有关|市直)/;
/** Numbers that are part of a name: 市12345热线中心. */
const HOTLINE = /12345|12315|12348|12366|110|120|G60/g;
/** How a clause, a verb or a remark begins, and no name does. */
const NO_BEGINNING =
  /^(?:配合|坚持|由|向(?!阳)|对(?!外)|在|与|及|或|把|以|为|按|根据|包括|包含|含|如(?!东|皋)|不(?!动产)|未|已|需|做好|推进(?!办)|支持|组织(?!部)|实施|落实|以下|下同|简称|详见|见附件|其中|其他(?![省市县区各直有相单部涉])|例如|特别(?!行政)|即|除|若|当(?!涂|阳)|从|至|被|让|使|等|该|此|和(?!平|田|县|顺|政|林|静|硕|布|龙)|应(?!急|城|县)|经(?!信|济|委|发|贸|开|管)|可(?!克)|有的|无)/;
/** 各区政府, 市级各有关部门, 全市相关涉企执法部门, 各县市区, 有关省级人民政府, 市直相关单位. */
const GROUP =
  /^(?:[市省区县州厅局](?!场)(?:[级直属]{1,2}|政府|委)?|全[市省区县州]|本[市省区县])?(?:各|相关|有关|涉企|其他|属地|行业|业务|上级|主管|牵头|责任|成员|直属|部门).*(?:部门|单位|机构|机关|政府|处室|企业|运营商|园区|街道|街镇|镇街|乡镇|国企|管委会?|委办局|公司|银行|高校|院校|区|县|市|镇|村|社区|小组|分局|支队|办公室|中心|站|所)$/;
const GROUP_OF_LEVEL =
  /^(?:[省市县区州]{1,3}(?:级|直|属|两级)|全[市省区县州]|县市区?|市县区?|中央|国家).{0,12}(?:部门|单位|机构|机关|政府|企业|国企|处室|镇街)$/;
/** …主管部门, …管理机构, …成员单位: groups named by what they do. */
const GROUP_BY_TASK =
  /^[一-龥]{2,14}(?:主管|管理|监管|业务|执法|审批|牵头|责任|成员|登记|服务|服务管理|直属|税务|公安|发改|经信|市场监管|教育|政府|行政)(?:部门|单位|机构|机关)$/;
const LEVEL = /^(?:自治区|[省市区县州旗盟厅])(?!场)/;
const ENDING =
  /(?:委|委员会|管委会|执委会|组委会|[局厅]|领导小组|小组|专班|工作组|督查组|联席会议|总部|指挥部|[^大]法院|检察院|高院|中院|研究院|设计院|科学院|医院|学院|党校|学校|大学|联合会|促进会|研究会|基金会|理事会|贸促会|保监会|证监会|居委会|村委会|总工会|红十字会|协会|商会|学会|中心|公司|集团|审计署|合作署|专员公署|总署|[分支总]行|农商行|信用社|联社|行署|行政公署|中支|银行|海关|大队|支队|总队|总站|监督站|造价站|检查站|交易所|航交所|办事处|办公[室厅]|督查室|研究室|工商联|[妇残侨文]联|社科联|科协|总社|供销社|合作社|档案馆|图书馆|博物馆|剧团|歌舞团|艺术团|文工团|管委|人民政府|区政府|县政府|市政府|省政府|镇政府|街道|商务区|开发区|高新区|经开区|度假区|投资区|新片区|工业园区|产业园区)$/;
const PARTY_DEPARTMENT =
  /(?:组织|宣传|统战|统一战线工作|政法|社会工作|人民武装|政治工作|[省市区县]委[一-龥]{2,4}|工作)部$/;
const MINISTRY =
  /^(?:教育|商务|财政|公安|司法|民政|水利|外交|国防|科技|科学技术|应急|应急管理|交通运输|自然资源|生态环境|农业农村|文化和旅游|文化|工业和信息化|工信|住房城乡建设|住房和城乡建设|人力资源社会保障|人力资源和社会保障|人社|退役军人(?:事务)?|国家安全|铁道|环境保护|农业|国土资源)部$/;
const SECTION = /^[一-龥]{2,10}(?:[处科室]|(?<![公官上打])司)$/;
const NO_SECTION =
  /[查惩判论好害益四到各]处$|中心处$|^[作利使有]用处$|[学专本全眼骨内外]科$|实验室$|[教诊]室$/;
const OFFICE_OF_LEVEL = /^(?:自治区|[省市区县州旗镇乡](?!场)).{0,12}办$/;
const OFFICE =
  /(?:审改|审管|长三角|审批|行政审批|金融|政务|政务服务|数字|营商|口岸|国动|人防|外|侨|台|港澳|编|改革|网信|信访|效能|重大|科创|文创|法制|府|政府|委|通管|通发|扶贫|推进|创建|双拥|禁毒|文明|城建|整治|减负|公资|大数据|防汛|安委|食安|创城|依法治[市省区县]|健康)办$/;

/**
 * Whether a stretch of text, cut out of a list or a bracket, reads as the name of a body that can
 * be made responsible: 市商务委, 上港集团, 各区政府, 闵行区, 城建处, 市“两个健康”办,
 * 市发改委（审改办、大数据局）. Brackets and quotation marks inside are allowed; a whole clause
 * (`市商务委牵头`), a remark (试行, 含宁波) or half a name (市、区) is none.
 */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME) return false;
  const bare = withoutBrackets(name);
  if (bare.length < 2 || bare.length > LONGEST_BARE || /[（()）]/.test(bare)) return false;
  if (notUnits.has(bare)) return false;
  if (known.has(bare) || jointNameLength(bare, 0) === bare.length) return true;
  const listed = bare
    .replace(HOTLINE, '')
    .replace(/(?<=[省市县区州旗乡镇])、(?=[省市县区州旗乡镇]|街道)/g, '');
  if (listed.includes('、')) return false;
  if (NO_NAME.test(listed) || NO_BEGINNING.test(listed)) return false;
  return isGroup(listed) || isPlace(listed) || isBody(listed.replace(/[“”"]/g, ''));
}

/**
 * Whether words behind a label of bodies can be a name, though no ending says so (财鑫集团, 公积金): no verb,
 * remark, mark or half a bracket in them.
 */
export function couldBeUnit(name: string): boolean {
  if (looksLikeUnit(name)) return true;
  const bare = withoutBrackets(name).replace(HOTLINE, '');
  if (bare.length < 2 || bare.length > LONGEST_BARE || HALF_BRACKET.test(bare)) return false;
  if (ENDING.test(bare) || /(?:成员|牵头|责任|主管)(?:单位|部门)$/.test(bare)) {
    return !NO_CHARGED_WORD.test(bare);
  }
  return (
    /[一-龥]{2}/.test(bare) &&
    !NO_NAME.test(bare) &&
    !NO_BEGINNING.test(bare) &&
    !NO_CHARGED.test(bare)
  );
}

/** What not even a long name with an ending holds: 市优化提升…领导小组 holds verbs. */
const NO_CHARGED_WORD = /[的了是将被。，；：！？《》、]|不再|下同|按照|负责|等|根据|依据/;
const HALF_BRACKET = /[（(）)〔〕【】[\]〈〉<>]/;
/** What no body is, though it has no other fault: 相关领域, 具体工作. */
const NO_CHARGED =
  /^(?:单位|部门|企业|社会|群众|市民|下同|等)$|(?:工作|任务|措施|事项|政策|前|后|时)$/;

/** The name without its alias in brackets: 市发改委（审改办） → 市发改委. */
export function withoutBrackets(name: string): string {
  if (name.length > LONGEST_NAME || !/[（(〔【[〈<]/.test(name)) return name.trim();
  let bare = name;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(BRACKETED, '');
  }
  return bare.trim();
}

/** Bodies of a kind, wherever they are: 各区, 开发区管委会, 商务部门. */
const UNNAMED =
  /^(?:各|有关|相关|属地|所在)|两级|^(?:功能区|开发区|园区|特定地区|重点产业园区)(?:管委会?)?$|^[一-龥]{2,8}部门$|^(?:人民政府|管委会|村委会|居委会|建设单位|施工单位|有权机关)$/;
/** Kinds of bodies: 税务机关, 金融机构, 监管银行, 市州, 县区政府, 乡镇人民政府. */
const KIND_OF_BODIES =
  /^(?:[一-龥]{2,6}(?:机关|机构)|(?:监管|贷款|商业|受托|受委托|委托|承办|合作|开户)银行|(?:市州|州市|市县|县市|县区|区县|县市区|市县区|乡镇|镇街|街镇|镇|乡)(?:(?:人民)?政府)?)$/;

/**
 * Whether the name means several bodies without naming one (各区政府, 市政府有关部门): it is a
 * unit as written and has no official name.
 */
export function isUnitGroup(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  const bare = withoutBrackets(name).replace(/、/g, '');
  return isGroup(bare) || UNNAMED.test(bare) || KIND_OF_BODIES.test(bare);
}

function isGroup(name: string): boolean {
  return GROUP.test(name) || GROUP_OF_LEVEL.test(name) || GROUP_BY_TASK.test(name);
}

function isPlace(name: string): boolean {
  if (!/[区县市旗州]$/.test(name) || name.length < 3) return false;
  return gazetteer().byName.has(name) || gazetteer().byFullName.has(name);
}

function isBody(name: string): boolean {
  if (ENDING.test(name)) return true;
  switch (name.at(-1)) {
    case '部':
      return MINISTRY.test(name) || PARTY_DEPARTMENT.test(name);
    case '办':
      return OFFICE_OF_LEVEL.test(name) || OFFICE.test(name);
    case '处':
    case '科':
    case '室':
    case '司':
      return SECTION.test(name) && !NO_SECTION.test(name);
    case '组':
      return /(?:领导|工作|专项|协调|督查|推进)小?组$/.test(name);
    case '镇':
    case '乡':
      return name.length === 3 && !LEVEL.test(name);
    default:
      return false;
  }
}
