/** Full-width and traditional characters of time words, one for one. */
const FORMS: ReadonlyMap<string, string> = new Map([
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
  ['（', '('],
  ['）', ')'],
  ['　', ' '],
]);

const NOT_PLAIN = new RegExp(`[０-９${[...FORMS.keys()].join('')}]`, 'g');

/** The text in the forms that the rules of time are written in; same length, same offsets. */
export function plainTimeForms(text: string): string {
  return text.replace(NOT_PLAIN, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
    return FORMS.get(character)!;
  });
}
