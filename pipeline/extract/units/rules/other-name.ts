import type { BracketRule } from './rule.js';

/** `市建委（市清理…问题协调小组办公室，以下简称市安置办证办）审核`. */
const ALIAS_WORDS = /[，,；](?:以下)?(?:统称|简称|下称)/;
/** `法律营商中心（商事调解中心）`, `市城管局（市综合执法局）`: what the last word is the same of. */
const ALIAS_CLASS = /(?:中心|小组|专班|公司|[委局办厅院])$/;

export const otherName: BracketRule = {
  id: 'unit.other-name',
  summary: 'A bracket that gives a body its other or short name makes nobody responsible.',
  example: '报市城管局【（市综合执法局）】。',
  read({ inner, before, passage, open, atEdge, labelled }) {
    if (ALIAS_WORDS.test(inner)) return 'none';
    if (labelled || atEdge || /[、，]/.test(inner)) return null;
    const classWord = ALIAS_CLASS.exec(inner)?.[0];
    if (classWord === undefined || !classWord.endsWith(before)) return null;
    const name = passage.reading.slice(Math.max(0, open - classWord.length), open);
    return name === classWord ? 'none' : null;
  },
};
