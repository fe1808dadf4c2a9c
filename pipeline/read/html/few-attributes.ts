/** A parser compares each attribute of a tag with all before it; a page's own tags have some tens. */
const MOST_ATTRIBUTES = 500;

const OPENING = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
const ATTRIBUTE =
  /[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?/y;

/** Elements that hold no tags but their own end. */
const TEXT_ELEMENTS = new Set([
  ...['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'],
]);

/** A page's source without the attributes of a tag that no page has need of, those behind the 500th. */
export function withFewAttributes(html: string): string {
  const kept: string[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(html); tag !== null; tag = OPENING.exec(html)) {
    const [, slash, name] = tag;
    if (name === undefined) {
      OPENING.lastIndex = endOf(html, html.indexOf('-->', OPENING.lastIndex));
      continue;
    }
    const { most, end } = attributesOf(html, OPENING.lastIndex);
    if (most < end) {
      kept.push(html.slice(from, most));
      from = end;
    }
    const holdsText = slash === '' && TEXT_ELEMENTS.has(name.toLowerCase());
    OPENING.lastIndex = holdsText ? endOf(html, closing(html, name, end)) : end;
  }
  if (from === 0) return html;
  return kept.join('') + html.slice(from);
}

/** Where the attributes that begin at an offset end, and the most of them that are kept. */
function attributesOf(html: string, start: number): { most: number; end: number } {
  let most = start;
  let end = start;
  ATTRIBUTE.lastIndex = start;
  for (let count = 1; ATTRIBUTE.test(html); count++) {
    end = ATTRIBUTE.lastIndex;
    if (count <= MOST_ATTRIBUTES) most = end;
  }
  return { most, end };
}

function closing(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

const endOf = (html: string, found: number): number => (found < 0 ? html.length : found);
