import { type ResponsibilityVerb, responsibilityVerbs } from '../../annotate/responsibility.js';
import { isCharge, isWeakVerb, LEAD_WORDS } from '../../lexicon/responsibility.js';
import { append } from '../../model/append.js';
import type { Passage } from '../../model/passage.js';
import { readClosingWords } from './closing-words.js';
import { hasVerb, isBody, isVague, leadingNames } from './leading-names.js';
import { readLineHeads } from './line-heads.js';
import type { Mention } from './mention.js';
import { splitNames } from './names.js';
import { withPartners } from './partners.js';

const LONGEST_RUN = 120;
/** 由 that opens no name: 由此, 由于, 理由, 自由, 经由. */
const NOT_BY = /[理自缘经事因]$/;
const LEADS = new RegExp(`^(?:共同|联合|分别|各自)?(?:负责)?${LEAD_WORDS}`);
/** Behind a name: what is its own, or people of it (`由各服务大厅工作人员…`, `由各区区长、…正职任组长`). */
const NOT_DOING =
  /^(?:的|所有|[区县市局厅]长|正职|承担的|(?:窗口|现场)?(?:工作|值班|业务|服务)?人员|专人|干部)/;
const CLAUSE_START = /[，。；：、]/;
/** Words that make the body one that is helped, asked or supported, not made responsible. */
const ASKED =
  /(?:支持|鼓励|引导|推动|指导|督促|协助|配合|帮助|邀请|联合|组织|会同|与|对|向|为|将|报|经|请|给|和|以|由)$/;

/**
 * Bodies that running text makes responsible by a verb: `由X牵头`, `X牵头`, `X负责`, `由X` + verb,
 * `X按分工…`. Sources: `省级层面由省委改革办牵头统筹`, `由省政府办公厅对各市开展专项督查`,
 * `省级各有关部门按分工加强对对应领域工作指导`.
 */
export function readVerbUnits(passage: Passage): Mention[] {
  const mentions: Mention[] = [];
  addBy(passage.reading, mentions);
  addBefore(passage, mentions);
  append(mentions, readLineHeads(passage));
  append(mentions, readClosingWords(passage.reading));
  mentions.sort((a, b) => a.start - b.start);
  let end = 0;
  const charged = mentions.filter((mention) => {
    const apart = mention.start >= end;
    end = Math.max(end, mention.end);
    return apart;
  });
  return withPartners(passage, charged);
}

function addBy(reading: string, mentions: Mention[]): void {
  for (let at = reading.indexOf('由'); at >= 0; at = reading.indexOf('由', at + 1)) {
    if (NOT_BY.test(reading.slice(Math.max(0, at - 1), at))) continue;
    const names = leadingNames(reading, at + 1);
    if (names.length === 0) continue;
    const behind = reading.slice(names.at(-1)!.end, names.at(-1)!.end + 8);
    if (!/^(?:等[^，。；]{0,6})?[一-龥]/.test(behind) || NOT_DOING.test(behind)) continue;
    const lead = LEADS.test(behind.replace(/^等[^牵主]{0,6}/, ''));
    for (const name of names) {
      mentions.push({
        ...name,
        role: lead ? 'lead' : 'responsible',
        basis: 'verb',
        rule: 'unit.verb-by',
      });
    }
  }
}

/** A verb that charges a body whatever comes behind it, or ends what is said: `X主责，`, `X具体承办。`. */
function charges(reading: string, { start, end, role }: ResponsibilityVerb): boolean {
  const verb = reading.slice(start, end);
  if (isCharge(verb)) return true;
  const ends = end === reading.length || /[，；。]/.test(reading[end]!);
  return ends && role !== 'support' && !isWeakVerb(verb);
}

function addBefore(passage: Passage, mentions: Mention[]): void {
  const { reading } = passage;
  for (const verb of passage.annotation(responsibilityVerbs)) {
    if (!charges(reading, verb)) continue;
    let start = verb.start;
    while (
      start > 0 &&
      verb.start - start < LONGEST_RUN &&
      !/[，。；：]/.test(reading[start - 1]!)
    ) {
      start--;
    }
    if (start > 0 && !CLAUSE_START.test(reading[start - 1]!)) continue;
    // 省局授权县级以上市场监管部门负责: who is given the duty has it.
    const given = reading.slice(start, verb.start).lastIndexOf('授权');
    if (given >= 0) start += given + '授权'.length;
    const run = reading.slice(start, verb.start);
    if (run.length < 2 || hasVerb(run) || ASKED.test(run.slice(0, 2))) continue;
    // 请各区政府组织实施: how a notice takes its leave.
    if (run.startsWith('请') && !isCharge(reading.slice(verb.start, verb.end))) continue;
    const list = splitNames(reading, start, verb.start);
    if (list.names.length === 0) continue;
    if (!list.names.every((name) => isBody(reading.slice(name.start, name.end)))) continue;
    const lead = verb.role === 'lead';
    for (const name of list.names) {
      if (isVague(reading.slice(name.start, name.end))) continue;
      mentions.push({
        ...name,
        role: lead ? 'lead' : 'responsible',
        basis: 'verb',
        rule: 'unit.verb-before',
      });
    }
  }
}
