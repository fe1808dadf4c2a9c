import { looksLikeUnit } from '../../lexicon/units.js';
import { CLOSING, INSIDE, OPENING } from './brackets.js';

const BRACKET = `(?:${OPENING}${INSIDE}{1,30}${CLOSING})`;
const PLACE = `(?:自治区|直辖市|设区市|县级市|县区|市区|省|市|县|区|州|盟|旗|乡镇|镇|乡|街道|开发区|功能区|园区)${BRACKET}?`;
/** `各县、市、区政府`, `市、县住建局`: one group, though 、 stands in it. */
const GROUP_OF_PLACES = new RegExp(
  `(?:各|相关|有关)${PLACE}(?:[、和及]?${PLACE}(?![直级属]))*(?:人民政府|政府|管委会|管委|委员会|党委|办事处|[^、，。；和及与各同要应（〔\\[]{0,6}?部门)?|${PLACE}(?:[、和及]${PLACE})+(?:人民政府|政府|管委会|管委|[^、，。；和及与各同要应（〔\\[]{1,8}?(?:部门|[局委]))`,
  'y',
);
const GROUP_START = new Set('各相有自直设县市区省州盟旗乡镇街开功园');

/** Length of a group of places that begins at `position`: `各区、县（市）政府`; 0 where none does. */
export function groupLength(reading: string, position: number): number {
  if (!GROUP_START.has(reading[position]!)) return 0;
  GROUP_OF_PLACES.lastIndex = position;
  const group = GROUP_OF_PLACES.exec(reading)?.[0];
  if (group === undefined) return 0;
  const own = group.slice(0, endBeforeBody(reading, position, group));
  return own.length > 2 && groupEnds(own) ? own.length : 0;
}

/** A group with 、 inside counts only where it ends in what governs: 政府, 管委, 部门, or a bracket. */
function groupEnds(group: string): boolean {
  if (/(?:开发区|功能区|园区)$/.test(group)) return false;
  return (
    !/[、和及]/.test(group) ||
    /(?:政府|管委会|管委|委员会|党委|部门|局|委|[区县市旗](?:[（〔[][^）〕\]]*[）〕\]])?)$/.test(
      group,
    )
  );
}

/** How far up a class of places stands, by its first word: 各县（市、区） is of counties. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^(?:乡|镇|街道|开发区|功能区|园区)/, 1],
  [/^(?:县|区|旗|市区)/, 2],
  [/^(?:设区市|市|州|盟)/, 3],
  [/^(?:自治区|直辖市|省)/, 4],
];
const rankOf = (place: string): number => RANKS.find(([word]) => word.test(place))?.[1] ?? 0;

const SEPARATOR = /[、和及](?![^（〔[]*[）〕\]])/g;
const LONGEST_CLASS = 3;
const LONGEST_BODY = 16;
const UP_TO_MARK = /^[^、，。；：\s]*/;
/** What governs places of a class, and no body of a level above them: `各县、市人民政府`. */
const GOVERNS = /^(?:[省市县区州盟旗])(?:人民政府|政府|党委|管委会|管委|委员会)?$/;

/**
 * Where a group ends and a body of its own level begins that is no part of it: 各乡镇、|县应急管理局,
 * 各县（市、区）、|市财政局. A group goes from the higher class to the lower (`各市、县住建局`), names classes of
 * one rank beside each other (`各区、县财政局`), and none of them twice.
 */
function endBeforeBody(reading: string, position: number, group: string): number {
  for (const { index } of group.matchAll(SEPARATOR)) {
    const before = group.slice(0, index);
    const places = before.replace(/^(?:各|相关|有关)/, '');
    const start = position + index + 1;
    const level = reading[start]!;
    const isGroup = places.length < before.length;
    const highest = Math.max(...places.split(SEPARATOR).map(rankOf));
    if (!isGroup && highest > 1) continue;
    const rank = rankOf(reading.slice(start, start + LONGEST_CLASS));
    if (rank <= highest && !places.includes(level)) continue;
    if (rank > 1 && beginsBody(reading, start)) return index;
  }
  return group.length;
}

/** What places are told to do: 各县、市要加强督办. */
const TOLD = /^.(?:应(?!急)|对(?!外)|[要须需可能按将已在向抓做])/;

/** Whether the name of one body begins at `start`: 市财政局, 县直有关部门, 县政府办公室; not 市人民政府. */
function beginsBody(reading: string, start: number): boolean {
  const words = UP_TO_MARK.exec(reading.slice(start, start + LONGEST_BODY))![0];
  if (TOLD.test(words)) return false;
  for (let length = words.length; length > 2; length--) {
    const name = words.slice(0, length);
    if (!GOVERNS.test(name) && looksLikeUnit(name)) return true;
  }
  return false;
}
