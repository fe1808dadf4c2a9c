import { COMPLETION_VERBS } from '../../../lexicon/data/achievement-verbs.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { type QuantityRule, target } from '../rule.js';
import { VERBS } from '../words.js';

const VERB = new RegExp(VERBS, 'g');
/** Work that comes to an end: exactly so many; what is new or made besides may be more. */
const EXACT = new RegExp(
  `(?:${alternation(COMPLETION_VERBS)})(?![^，。；]*(?:新增|新建|新开工|培育|建成|打造))`,
);

/** 完成甲工程20公里、危桥改造7座: the verb of the list. */
const LIST_TO_COMPLETE =
  /^(?:全面|年内|全年|同时)?完成(?!率)[^，。；]*\d[^，。；、\d]{1,3}、[^，。；、\d]{2,16}$/;

/** What things are like, between the verb and their name: 具有国际竞争力的企业, “千人计划”等各类人才. */
const LIKENESS = /(?:具有|拥有)[^，。；、的]{1,16}的|等(?=各类|各级|各种)/g;

/** 种植红豆杉、浙江楠等珍贵树种4万株: some of them by name, then what they all are. */
const NAMED_THINGS = /^[一-鿿“”]{2,}(?:、[一-鿿“”]{2,})+等(?=[一-鿿]{2,10}$)/;
const NOTHING = /(?!)/;

/** Between the verb and the number these show that the number only describes or limits. */
const DESCRIBES =
  /[在等按从由将被是有]|对(?!讲|口|外)|已|现有|上述|其中|以及|涉及|包括|年龄|各(?!类)|[之其这该两]|不/;
const NEW =
  /(?:再?重点|再|新|各|全部|共|累计|总数|高质量|同步|至少|全市|全省|全区|全县|全州|全年|每年|总投资)+$/;
/** 10项暖民心行动: how many a programme has, not how many are to be reached. */
const NAMED = /^[^，。；、]{0,16}(?:行动|计划|制度|举措|措施|政策|机制|体系|专项行动)/;
/** 实施十大工程, 实施8项工程; 实施30项市级疏堵工程 counts works. */
const FEW_WORKS = /^[^，。；、]{0,16}工程$/;
const MANY = 10;
/** 三项制度; two ten thousands (两万套) are no such small number, nor is what is made for the first time (打造一个世界级商圈). */
const HAN_NUMERAL = /^[零一二三四五六七八九十两]+(?![零一二三四五六七八九十两百千万亿])/;
const MADE =
  /(?:打造|建成|建设|培育|创建|形成|建立|组建|新建|设立|新增|引进|至少建成|举办|推出)(?:不少于|至少)?$/;
const MADE_THINGS = /^(?:个|家|座|所|支|条|处|项|名|台|场|套|只|期|次|座|类|批次)/;
const ABSTRACT =
  /^[^，。；、]{0,16}(?:体系|机制|制度|格局|平台经济|模式|清单|台账|专班|方案|品牌形象|标准|政策|通道|机构改革|原则|关系|环境|氛围|理念|合力|闭环|图谱|网络|库|专栏|窗口|方面|一体|问题|意义上的)/;

/** 建成城东街道1所托育机构: where it is, between the verb and the number. */
const PLACE =
  /^[一-鿿]{2,8}(?:街道|乡镇|镇|乡|村|社区|新城|新区|园区|开发区|高新区|经开区|县|市|(?<![小社景校片山库灌牧林矿城郊街])区)$/;

/** 确保184个项目开工率达到60%: what is aimed at is the rate. */
const AIMED_AT = /^(?:确保|力争|争取|实现|达到)$/;
const RATE_OF_THEM =
  /^[^，。；、\d]{2,20}(?:率|比例|占比)(?:力争|要|均)?(?:达|为|不低于|超|控制|提|保持|100)/;
/** 申请2个认证: asked for by those charged; 限申报1个, 可申请 says what somebody may. */
const ASKED_FOR = /^(?:申请|申报)$/;
const MAY_ASK = /限|可|只能|至多|最多|每[人家个户企]|对/;
/** 建设甲镇、乙镇2个乡镇: names that are as many as the number says. */
const NAMES_THINGS =
  /^(?:同时|并|年内|全年|力争|重点|加快|高标准|高质量)*(?:建设|打造|建成|新建|创建|培育|形成|组建|建立|完成|启动建设|启动|开工建设|开工|规划建设)$/;

/** Whether the words between verb and number name as many things as the number counts. */
function namesAsMany(words: string, value: number): boolean {
  if (!/[、和]/.test(words)) return false;
  const names = words.replace(/等$/, '').split(/[、和]/);
  return (
    names.length === value && names.every((name) => /^[一-鿿A-Za-z\d“”（）—-]{2,24}$/.test(name))
  );
}

const WORKED_ON = /^(?:推进|指导|提升|落实|优化|统筹|强化)$/;
/** 对接15省: places that are worked with. */
const DEALT_WITH = /^(?:对接|服务|指导|帮助|联合|走访)$/;
const WORK = /(?:工作|任务|安全生产)$/;
const SET = /试点|改革|建设|项目|发展|工作|任务|县|区|市|领域|产业链|集群/;

/** A verb of achievement and a counted thing. */
export const achievement: QuantityRule = {
  id: 'quantity.achievement',
  summary: 'A verb of achievement and so many things that it brings about.',
  example: '每年扶持【200个】重点社会文艺团队',
  read({ quantity, before, after, text, clauseBefore }) {
    const { kind } = quantity;
    if (kind !== 'count' && kind !== 'noun' && kind !== 'money' && kind !== 'physical') return null;
    const amount = text.slice(quantity.amountStart, quantity.amountEnd);
    if (
      HAN_NUMERAL.test(amount) &&
      !(
        MADE.test(before) &&
        MADE_THINGS.test(amount.slice(1)) &&
        !ABSTRACT.test(after) &&
        after !== ''
      )
    )
      return null;
    const verb = lastVerb(before);
    if (verb === null) return null;
    if (AIMED_AT.test(verb.word) && RATE_OF_THEM.test(after)) return null;
    if (ASKED_FOR.test(verb.word) && (kind !== 'count' || MAY_ASK.test(clauseBefore))) return null;
    const between = before
      .slice(verb.end)
      .replace(/^）/, '')
      .replace(NEW, '')
      .replace(LIKENESS, '')
      .replace(after === '' ? NAMED_THINGS : NOTHING, '');
    if (after !== '' && namesAsMany(between, quantity.value))
      return NAMES_THINGS.test(before.slice(0, verb.end))
        ? target(EXACT.test(before) ? '=' : '>=')
        : null;
    const adjacent = between.length === 0 || (after !== '' && PLACE.test(between));
    if (!adjacent && DESCRIBES.test(between.replace(/[“《（][^”》）]*[”》）]/g, ''))) return null;
    // 培育年产值超10亿元的龙头企业3家: what the thing is like may stand before it.
    if (after !== '' && !/^[、，和及]|^之?外|^约?\d/.test(after) && between.includes('的'))
      return null;
    // 打造服务平台10个，: the thing comes first only where the number ends the clause.
    if (
      !adjacent &&
      after.length > 0 &&
      !/^(?:[、（以和及]|约?\d)/.test(after) &&
      quantity.unit !== '个'
    )
      return null;
    // 实施10项行动 names the actions; 实施防护工程350公里 counts them.
    if (adjacent && /^(?:实施|开展|推进|落实|推动|优化|提升)$/.test(verb.word) && NAMED.test(after))
      return null;
    if (
      adjacent &&
      /^(?:实施|开展|推进|落实|推动)$/.test(verb.word) &&
      FEW_WORKS.test(after) &&
      quantity.value <= MANY
    )
      return null;
    // 加快推进33亿元债券支持的项目: what is worked on.
    if (adjacent && kind === 'noun' && DEALT_WITH.test(verb.word)) return null;
    if (adjacent && verb.word === '推动' && WORK.test(after)) return null;
    if (adjacent && WORKED_ON.test(verb.word) && (kind === 'money' || SET.test(after))) return null;
    if (!adjacent && after.length > 0 && (between.length > 20 || /、/.test(between))) return null;
    return target(EXACT.test(before) || LIST_TO_COMPLETE.test(clauseBefore) ? '=' : '>=');
  },
};

function lastVerb(before: string): { word: string; end: number } | null {
  let found: { word: string; end: number } | null = null;
  VERB.lastIndex = 0;
  for (let match = VERB.exec(before); match !== null; match = VERB.exec(before)) {
    found = { word: match[0], end: match.index + match[0].length };
  }
  return found;
}
