/** A piece of a number format's code. */
export interface FormatToken {
  readonly kind: 'literal' | 'digits' | 'date' | 'general' | 'text';
  readonly text: string;
}

/** Parts for positive, negative and zero numbers and for words, at `;` outside quotes. */
export function sectionsOf(code: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const piece of code.match(/"[^"]*"|\\.|;|[^";\\]+|./gs) ?? []) {
    if (piece === ';') {
      sections.push(section);
      section = '';
    } else section += piece;
  }
  sections.push(section);
  return sections;
}

/** In order: quoted words, one quoted sign, width of a sign, fill, brackets, dates, numbers, rest. */
const PIECE =
  /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(General|G\/通用格式)|(AM\/PM|A\/P|上午\/下午|y+|b{2,4}|e+|aaaa?|m+|d+|h+|s+(?:\.0+)?)|([#0?](?:[#0?,.]*[#0?])?,*(?:E[+-][0#?]+)?|\.[0#?]+)|(@)|(.)/gis;

/** Reads one section of a number format; colours, conditions and spaces are left out. */
export function tokensOf(section: string): FormatToken[] {
  const tokens: FormatToken[] = [];
  for (const match of section.matchAll(PIECE)) {
    const [, quoted, escaped, elapsed, currency, general, date, digits, text, other] = match;
    const literal = quoted ?? escaped ?? currency ?? other;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (elapsed !== undefined) tokens.push({ kind: 'date', text: `[${elapsed}]` });
    else if (general !== undefined) tokens.push({ kind: 'general', text: general });
    else if (date !== undefined) tokens.push({ kind: 'date', text: date });
    else if (digits !== undefined) tokens.push({ kind: 'digits', text: digits });
    else if (text !== undefined) tokens.push({ kind: 'text', text });
  }
  return tokens;
}
