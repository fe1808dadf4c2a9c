import { isBody, leadingNames } from './leading-names.js';
import { type NameSpan, splitNames } from './names.js';
import type { Mention } from './roles.js';

const CLAUSE = /[^，。；：！？“”]+/g;
/** What makes a subject one of duty: 要, 应, 须, 不得 and their kin; not 应用, 要求. */
const DUTY =
  /^(?:等(?:部门|单位|有关部门|相关部门)?)?(?:还|也|均|都|分别|同时|必须|务必|要|应当|应该|应|须|需要|需|得|不得|可以|原则上)*(?:要(?!求(?!真)|素|点|件)|应当|应该|应(?![用急届收付诉])|须|必须|务必|不得)/;
/** `各地按照…建设`, `各地建立…机制`: general groups before any verb of doing. */
const GENERAL =
  /^(?:各地|各部门|各级|各县|各区|各市|各单位|各有关|各相关|各乡|各镇|各街道|各设区市|各省|各业务|省级各|市级各|市县|省市县|全[省市县区]各)/;
const DOING =
  /^(?:等(?:部门|单位)?)?(?:之间)?(?:要|应|须|按照|按|围绕|结合|根据|依据|加强|建立|制定|落实|做好|负责|组织|推进|协同|协调|联合|积极|认真|切实|进一步|完善|开展|抓好|明确|健全|统筹|分别|定期|及时|牵头|优化|强化|加快|印发|参照|参考|通过|鼓励|依法|推动|实施|以|对|在|需)/;
const JOINT =
  /^(?:等(?:部门|单位)?联合|协同(?!的|方式|机制|应对|能力|平台|模式|监管的|体系)|协调(?!小组|办|机制|会)|主动)/;
/** Bodies that the unnamed doer works with: `会同省商务厅制定…`, `联合省司法厅提请…`. */
const PARTNER = /^(?:会同|联合|协同|通过)(?=[省市县区各国])/;
const LONGEST_SUBJECT = 60;

/**
 * Bare subjects of an obligation: `各部门要提高认识`, `市县行政执法机关应建立健全…`. To be recorded
 * only where a task has no body from a clause or a verb.
 */
export function readSubjects(reading: string): Mention[] {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  const add = (name: NameSpan): void => {
    const text = reading.slice(name.start, name.end);
    if (seen.has(text)) return;
    seen.add(text);
    mentions.push({ ...name, role: 'responsible', basis: 'subject' });
  };
  for (const clause of reading.matchAll(CLAUSE)) {
    const lead = clause[0].length - clause[0].trimStart().length;
    const partner = PARTNER.exec(clause[0].slice(lead));
    const start = clause.index + lead + (partner?.[0].length ?? 0);
    if (partner && !clause[0].startsWith('通过')) {
      for (const name of leadingNames(reading, start)) add(name);
      continue;
    }
    const end = clause.index + clause[0].length;
    const stop = subjectEnd(reading, start, Math.min(end, start + LONGEST_SUBJECT));
    if (stop <= start) continue;
    splitNames(reading, start, stop).names.forEach(add);
  }
  return mentions;
}

/** Where the subject of the clause from `start` ends; `start` where it has none that is bound. */
function subjectEnd(reading: string, start: number, limit: number): number {
  for (let stop = limit; stop - start >= 2; stop--) {
    const behind = reading.slice(stop, stop + 14);
    const subject = reading.slice(start, stop);
    const general = GENERAL.test(subject);
    if (!DUTY.test(behind) && !(general && DOING.test(behind)) && !JOINT.test(behind)) continue;
    const { names } = splitNames(reading, start, stop);
    if (names.length === 0) continue;
    if (names.every((name) => isBody(reading.slice(name.start, name.end)))) return stop;
  }
  return start;
}
