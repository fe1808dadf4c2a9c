import { characterTable, FULL_WIDTH_DIGITS, writtenBy } from '../../model/character-table.js';

/** Full-width and traditional characters of time words, one for one. */
const FORMS = characterTable([
  ...FULL_WIDTH_DIGITS,
  ['號', '号'],
  ['個', '个'],
  ['內', '内'],
  ['後', '后'],
  ['兩', '两'],
  ['從', '从'],
  ['當', '当'],
  ['開', '开'],
  ['間', '间'],
  ['週', '周'],
  ['歲', '岁'],
  ['長', '长'],
  ['實', '实'],
  ['來', '来'],
  ['這', '这'],
  ['過', '过'],
  ['會', '会'],
  ['○', '〇'],
  ['零', '〇'],
  ['／', '/'],
  ['．', '.'],
  ['－', '-'],
  ['–', '-'],
  ['−', '-'],
  ['﹣', '-'],
  ['ー', '-'],
  ['～', '~'],
  ['〜', '~'],
  ['Ｏ', 'O'],
  ['ｏ', 'o'],
  ['（', '('],
  ['）', ')'],
  ['　', ' '],
]);

/** Noughts of years as they are typed, scanned or pasted: 二○○七, 二OO七年, 二00九年, 二〇О七. */
const YEAR_NOUGHTS =
  /(?<![\d一二三四五六七八九A-Za-z])[一二](?=[一二三四五六七八九〇OoОΟ0◯]{3}\s{0,3}年)[〇OoОΟ0◯]{0,2}[一二三四五六七八九]?[〇OoОΟ0◯]{0,2}/g;

/** The text in the forms that the rules of time are written in; same length, same offsets. */
export function plainTimeForms(text: string): string {
  return writtenBy(FORMS, text).replace(YEAR_NOUGHTS, (year) => year.replace(/[OoОΟ0◯]/g, '〇'));
}
