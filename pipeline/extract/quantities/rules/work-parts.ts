import { type QuantityRule, target } from '../rule.js';

/** 实施某工程，包括: a work that is to be done, before its parts. */
const WORK =
  /(?:实施|建设|新建|推进|完成|启动|开工)[^。；\d]{2,40}(?:工程|项目|建设|改造|整治|治理)(?:[一二三四]期)?，$/;
const PARTS =
  /^(?:主要)?(?:建设)?(?:内容)?(?:包括|包含|含)(?:[一-鿿]{2,12}[\d.]+[^\d，。；、]{1,5}[、，])*(?:新建|改造|修建|整治)?[一-鿿]{2,12}$/;
const BUILT = new Set(['physical', 'count']);

/** 实施堤防工程，包括挡墙13千米、道路8千米: the parts of a work that is to be done. */
export const workParts: QuantityRule = {
  id: 'quantity.work-parts',
  summary: 'How much a work that is to be done has of each of its parts.',
  example: '实施堤防治理工程，包括挡墙【13.5千米】、道路8千米',
  read({ quantity, leadIn, clauseBefore, after }) {
    if (quantity.op !== null || !BUILT.has(quantity.kind ?? '')) return null;
    if (!/^(?:$|[、，和及（])/.test(after) || !PARTS.test(clauseBefore)) return null;
    return WORK.test(leadIn) ? target('>=') : null;
  },
};
