/**
 * Radicals that fonts map in place of the characters that look the same: pages set by browsers give
 * `⻔` for 门. Those of the Kangxi block have a compatibility mapping, these have none in Unicode.
 * Source: Unicode EquivalentUnifiedIdeograph.txt.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺀': '冫',
  '⺁': '厂',
  '⺃': '乚',
  '⺅': '亻',
  '⺈': '刀',
  '⺊': '卜',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺐': '尢',
  '⺕': '彐',
  '⺖': '忄',
  '⺗': '心',
  '⺘': '扌',
  '⺙': '攵',
  '⺛': '旡',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺣': '灬',
  '⺤': '爫',
  '⺥': '爫',
  '⺦': '丬',
  '⺨': '犭',
  '⺩': '王',
  '⺫': '罒',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺰': '纟',
  '⺱': '罓',
  '⺲': '罒',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺹': '耂',
  '⺼': '月',
  '⺾': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻊': '足',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻟': '飠',
  '⻠': '饣',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
  '⻳': '龟',
};

/** Kangxi radicals whose compatibility mapping is the traditional form; these pages are simplified. */
const SIMPLIFIED: Readonly<Record<string, string>> = { '⼾': '户', '⾭': '青' };

/** Letters drawn as one glyph (ﬁ), and radicals of the Kangxi block. */
const COMPATIBLE = /[\ufb00-\ufb06\u2f00-\u2fd5\u2e9f\u2ef3]/g;
const SUPPLEMENT = /[\u2e80-\u2ef3]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what fonts map unknown glyphs to
const UNPRINTABLE = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

/**
 * The characters that a glyph stands for, as text is written: ligatures taken apart, radicals made
 * the characters they look like, nothing that does not print. Empty where nothing is left.
 */
export function glyphText(unicode: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0);
    if (code >= 0x3000 && code < 0xe000) return unicode;
    if (code >= 0x20 && code < 0x7f) return unicode;
  }
  // Fonts that draw — and ― alike name the latter; Chinese texts are written with the former.
  if (unicode === '\u2015') return '—';
  return unicode
    .replace(COMPATIBLE, (character) => SIMPLIFIED[character] ?? character.normalize('NFKC'))
    .replace(SUPPLEMENT, (character) => RADICALS[character] ?? character)
    .replace(UNPRINTABLE, (character) => (character === '\u202f' ? ' ' : ''));
}
