import { type QuantityRule, target } from '../rule.js';

/** 到2027年，…国家级度假区3家、5A级景区16家: a year to come opens the sentence. */
const BY_YEAR =
  /(?:^|[—。；：])(?:力争|确保)?(?:到|至)(20\d\d)年(?:底|末)?(?:前)?[，,]?(?![^。]*(?:截至|截止|目前|已))/;
const NAMED = /^[一-鿿A-Z\d“”（）、-]{2,24}$/;
const NUMBERS = new Set(['count', 'physical', 'noun', 'money']);
const PART_OF_SENTENCE = /^$|^[、，和及]/;
const NO_NAME = /(?:第|前|近|其中|包括|涉及|共|每|各|由|从|在|对|按)$|已|原有|现有/;

/** A name and its number in a sentence that a year to come opens. */
export const datedState: QuantityRule = {
  id: 'quantity.dated-state',
  summary: 'A name and its number, in a sentence that a year to come opens.',
  example: '到2027年，年接待游客12亿人次，国家级旅游度假区【3家】',
  read({ quantity, before, after, sentenceBefore, clauseBefore, documentYear }) {
    if (quantity.op !== null || !PART_OF_SENTENCE.test(after)) return null;
    const scaled = quantity.kind === null && /^[万亿]+$/.test(quantity.unit ?? '');
    if (!scaled && !NUMBERS.has(quantity.kind ?? '')) return null;
    const opened = BY_YEAR.exec(sentenceBefore + clauseBefore);
    if (opened === null || (documentYear !== null && Number(opened[1]) < documentYear)) return null;
    const name = before.replace(BY_YEAR, '');
    return NAMED.test(name) && !NO_NAME.test(name) ? target('>=') : null;
  },
};
