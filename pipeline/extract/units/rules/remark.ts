import { looksLikeUnit } from '../../../lexicon/units.js';
import type { BracketRule } from './rule.js';

const REMARK =
  /^(?:以下|下同|含|包括|包含|如|即|详见|见附件|试行|暂行|不含|其中|例如|注|来源|截至|自|按|原|指|简称|编号|代|或|责任编辑|本|\d)/;

export const remark: BracketRule = {
  id: 'unit.remark',
  summary: 'A bracket that explains, limits or refers makes nobody responsible.',
  example: '提升区域影响力【（含市财政局、市教育局）】。',
  read({ inner, labelled }) {
    if (inner.length < 2) return 'none';
    if (labelled || !REMARK.test(inner)) return null;
    const first = /^[^、，,；牵负配]*/.exec(inner)![0];
    return looksLikeUnit(first) || /^(?:以下|以上|本)[^，。]*(?:均|都|需)/.test(inner)
      ? null
      : 'none';
  },
};
