import { FIELDS_OF_WORK } from './data/departments/words.js';

/** Last words of a name that is spelled out to its end. */
const WHOLE_ENDING =
  /^[一-龥]{2,}(?:委员会|管理局|服务局|事务局|工作局|促进局|合作局|办公室|服务中心|事务中心|保障中心|促进中心|登记中心|储备中心|交易中心|发展中心|管理中心|融媒体中心|传媒中心|研究院|大学|学院|总队|协会|联合会)$/;
/** What two bodies, a running sentence or a short form (妇儿工委) leave in a name. */
const SEVERAL = /与|委托|以及|[委局厅办][和及]|工委办|[，。]/;
/** Names that need more words than these to be one body's: 市领导小组办公室. */
const NAMELESS =
  /^(?:[委省市区县](?!场|政)|政府|领导小组|工作小组|工作专班|协调小组|指挥部|成员单位|办公室|主管|有关|相关)/;

let joined: RegExp | undefined;

/** 城乡建设和交通运输局, 教育和体育局: fields of work, all spelled out, the last behind 和 or 与. */
function joinedFields(): RegExp {
  const fields = FIELDS_OF_WORK.trim().split(/\s+/);
  const field = `(?:${fields.sort((a, b) => b.length - a.length).join('|')})`;
  joined ??= new RegExp(
    `^${field}{1,3}[和与]${field}{1,2}(?:管理|事务|促进|发展|服务)?(?:局|厅|委员会)$`,
  );
  return joined;
}

/**
 * Whether a department's name, without the place in front, is spelled out to its end, so that it
 * needs no lexicon: 通信发展办公室, 教育和体育局, 城乡建设和交通运输局. Not 城管执法局, which is short
 * for a longer name, nor 卫健委与房地产协会, which are two.
 */
export function isSpelledOut(name: string): boolean {
  if (NAMELESS.test(name)) return false;
  return joinedFields().test(name) || (WHOLE_ENDING.test(name) && !SEVERAL.test(name));
}
