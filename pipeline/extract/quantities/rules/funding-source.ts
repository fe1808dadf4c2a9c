import { DESCRIPTION, type QuantityRule } from '../rule.js';

/** 其中中央投资3535万元，县级配套资金1178万元: from whom the money comes. */
const SOURCE =
  /^(?:其中[，：]?)?(?:[和及与、])?(?:申请|争取)?(?:中央|上级|省级?|自治区|市级?|县级?|区级?|地方|社会|企业|民间|银行|政府|财政)(?:[和及与、](?:省级?|市级?|县级?|区级?|地方))?(?:财政|预算内|专项|政府)?(?:投资|资金|配套资金?|补助资金?|自筹资金?|资本|贷款|筹资|投入|债券资金?)(?:为|约)?$/;
const PARTS = /(?:投资|投入|资金|总额|经费)[^。]{0,12}\d[\d.]*[万亿]?元/;
/** A verb of raising stands before the sum: it is to be raised. */
const RAISED = /力争|争取到|确保|目标/;

/** From whom the money of a sum comes, in the sentence that gives the sum. */
export const fundingSource: QuantityRule = {
  id: 'quantity.funding-source',
  summary: 'From whom the money of a sum comes, behind the sum.',
  example: '项目计划投资9508万元。其中中央和市级投资【3535万元】',
  read({ quantity, before, after, text, start }) {
    if (quantity.kind !== 'money' || !SOURCE.test(before)) return null;
    if (after !== '' && !/^[、，；和（]/.test(after)) return null;
    const earlier = text.slice(Math.max(0, start - 80), start);
    return PARTS.test(earlier) && !RAISED.test(earlier.slice(-30)) ? DESCRIPTION : null;
  },
};
