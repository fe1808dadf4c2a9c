import { DESCRIPTION, type QuantityRule } from '../rule.js';
import { aimsAt, VERBS } from '../words.js';

const EXTENT =
  /(?:(?:^|占地|总|规划|用地|建筑|区域|幅员|国土|管辖|辖区|总用地|总规划|总建筑)面积|全长|总长度?|海岸线长度?)(?:共计?|合计|大约|约)?$/;
/** 4个重点镇18个社区7770户改造: in how many places, before what is done there. */
const PLACES_THEN_WORK =
  /^(?:重点|中心)?(?:街道办?(?:事处)?|乡镇|镇|乡|行政村|自然村|村组|村|社区|小区|县|区|市|旅游景区|景区|学校|园区)(?=\d+[个户家处所座公万亩])/;
const VERB = new RegExp(`(?:${VERBS})`);
const FUTURE = /到20\d\d年|20\d\d年底?前|全年|年内/;

/** How large a place or a thing is, where nothing says that it is to become so. */
export const extent: QuantityRule = {
  id: 'quantity.extent',
  summary:
    'How large a place or a thing is: its area or length, with no verb that brings it about.',
  example: '示范区覆盖三镇，总面积【约60.61平方公里】',
  read({ quantity, before, clauseBefore, compared, leadIn, text, after }) {
    if (
      quantity.op === null &&
      (quantity.kind === 'count' || quantity.kind === 'noun') &&
      PLACES_THEN_WORK.test(after)
    )
      return DESCRIPTION;
    if (quantity.kind !== 'physical' || !/^(?:为|共?约|约为|大约|近|)$/.test(compared)) return null;
    if (
      quantity.end > quantity.amountEnd &&
      /[以之][上下内]$/.test(text.slice(quantity.start, quantity.end))
    )
      return null;
    if (!EXTENT.test(before) || VERB.test(clauseBefore)) return null;
    const words = leadIn.slice(-40) + clauseBefore;
    return aimsAt(clauseBefore) || FUTURE.test(words) ? null : DESCRIPTION;
  },
};
