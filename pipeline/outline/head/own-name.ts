import type { Nature } from '../../../schemas/document.js';
import type { Blocks } from './document-head.js';

/** `本通知自发布之日起施行`, `以上措施由市财政局解释`. */
const OWN_NAME =
  /(?:^|[。；，\s、])(?:以上|上述|本)(?:《)?(?:若干|实施|政策|具体|工作|行动){0,2}(通知|意见|方案|措施|政策|计划|办法|规定|细则|公告|通告)》?(?:有效期)?(?:自|从|由)/g;
const OF_NAME: Readonly<Record<string, Nature>> = {
  ...{ 办法: 'regulation', 规定: 'regulation', 细则: 'regulation' },
  ...{ 公告: 'announcement', 通告: 'announcement' },
};

/** What a document does by what its text calls itself last; null where it does not. */
export function natureByOwnName(blocks: Blocks): Nature | null {
  for (const { passage, table } of blocks.toReversed()) {
    const name = table ? undefined : [...passage.reading.matchAll(OWN_NAME)].at(-1)?.[1];
    if (name !== undefined) return OF_NAME[name] ?? 'directive';
  }
  return null;
}
