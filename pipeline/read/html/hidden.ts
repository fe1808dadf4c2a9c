import { attribute, type ElementNode } from './dom.js';

/** Elements that show no words of the page: code, forms' fields, frames, drawings. */
const WORDLESS = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'xml', 'map'],
  ...['iframe', 'object', 'embed', 'applet', 'canvas', 'svg', 'math', 'audio', 'video', 'frameset'],
  ...['input', 'select', 'option', 'textarea', 'button', 'datalist', 'noframes', 'rp', 'rt'],
]);
const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/;

/** Whether an element and all in it is not shown, or shows no words. */
export function isHidden(element: ElementNode): boolean {
  if (WORDLESS.has(element.name)) return true;
  if (element.attribs.hidden !== undefined) return true;
  const { style } = element.attribs;
  return style !== undefined && HIDING_STYLE.test(style.toLowerCase());
}

const STRIKING_STYLE = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*line-through/;

/** Whether the words of an element have a line through them: they are no longer said. */
export function isStruck(element: ElementNode): boolean {
  if (['del', 's', 'strike'].includes(element.name)) return true;
  const { style } = element.attribs;
  return style !== undefined && STRIKING_STYLE.test(style.toLowerCase());
}

const BLOCK = new Set([
  ...['html', 'body', 'div', 'p', 'section', 'article', 'main', 'header', 'footer', 'nav', 'aside'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'form', 'fieldset', 'hr'],
  ...['center', 'figure', 'figcaption', 'address', 'dir', 'menu', 'details', 'summary', 'legend'],
  ...['listing', 'xmp', 'hgroup'],
]);

/** Whether an element stands on lines of its own. */
export const isBlock = (element: ElementNode): boolean =>
  BLOCK.has(element.name) ||
  /(?:^|[;\s])display\s*:\s*(?:block|flex|grid|table)\b/.test(attribute(element, 'style'));
