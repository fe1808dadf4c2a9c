import type { Mention } from '../mention.js';

/** Verbs that bring something about, with the number of things as their object. */
const VERBS = [
  ...[
    '新增',
    '新建',
    '新设',
    '新开',
    '新培育',
    '新认定',
    '新授予',
    '新引进',
    '新改扩建',
    '培育',
    '建成',
    '建设',
    '建立',
    '打造',
  ],
  ...[
    '支持',
    '完成',
    '实现',
    '推动',
    '推出',
    '设立',
    '组织',
    '引育',
    '引进',
    '引入',
    '合办',
    '集聚',
    '创建',
    '形成',
    '举办',
    '举行',
  ],
  ...[
    '优选',
    '遴选',
    '选树',
    '认定',
    '培训',
    '改造',
    '布局',
    '招引',
    '发展',
    '孵化',
    '带动',
    '吸引',
    '力争',
    '争取',
    '确保',
  ],
  ...[
    '开展',
    '制定',
    '制修订',
    '发布',
    '落地',
    '储备',
    '完成投资',
    '投放',
    '发放',
    '改建',
    '扩建',
    '新创建',
    '筹集',
    '供应',
    '引导',
    '开工',
    '帮助',
    '扶持',
    '走访',
    '服务',
    '累计',
    '参加',
    '组建',
    '推广',
    '评选',
    '开通',
    '实施',
    '优化',
    '调整',
    '增设',
    '更新',
    '启动',
    '整治',
    '培养',
    '开设',
  ],
];
const VERB = new RegExp(VERBS.join('|'), 'g');
const EXACT = /^(?:完成|实现)/;

/** Between the verb and the number these show that the number only describes or limits. */
const DESCRIBES = /[在等的对按从由将被是有]|已|现有|上述|其中|以及|年龄|[之其这该各两]|不/;
const NEW = /(?:再?重点|再|新|各|全部|共|累计|总数|高质量|同步|至少|全市|全省|全年|每年)+$/;
const HAN_NUMERAL = /^[零一二三四五六七八九十两]+/;

/** 建成100个, 引育专家5名, 支持4家民企牵头: a verb of achievement and a counted thing. */
export function byAchievement(mention: Mention): '>=' | '=' | null {
  const { quantity, before, after, text } = mention;
  if (
    quantity.kind !== 'count' &&
    quantity.kind !== 'noun' &&
    quantity.kind !== 'money' &&
    quantity.kind !== 'physical'
  )
    return null;
  const amount = text.slice(quantity.amountStart, quantity.amountEnd);
  if (HAN_NUMERAL.test(amount)) return null;
  const verb = lastVerb(before);
  if (verb === null) return null;
  const between = before.slice(verb.end).replace(NEW, '');
  const adjacent = between.length === 0;
  if (!adjacent && DESCRIBES.test(between.replace(/[“《（][^”》）]*[”》）]/g, ''))) return null;
  // 打造服务平台10个，: the thing comes first only where the number ends the clause.
  if (!adjacent && after.length > 0 && !/^[、（以和及]/.test(after) && quantity.unit !== '个')
    return null;
  // 实施10项行动 names the actions; 实施防护工程350公里 counts them.
  if (adjacent && verb.word === '实施') return null;
  return EXACT.test(verb.word) ? '=' : '>=';
}

function lastVerb(before: string): { word: string; end: number } | null {
  let found: { word: string; end: number } | null = null;
  VERB.lastIndex = 0;
  for (let match = VERB.exec(before); match !== null; match = VERB.exec(before)) {
    found = { word: match[0], end: match.index + match[0].length };
  }
  return found;
}
