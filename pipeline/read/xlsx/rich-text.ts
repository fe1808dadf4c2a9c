import { raisedWords } from '../../model/raised-words.js';
import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';

/** The words of a cell, or of a string that cells share. */
export interface RichWords {
  readonly words: string;
  /** Whether something of it is struck through, which was left out. */
  readonly struck: boolean;
}

/** The words of `si` or `is`: one stretch, or runs of differing letters; those struck through are left out. */
export function richText(item: XmlElement): RichWords {
  let words = '';
  let struck = false;
  for (const child of childrenOf(item)) {
    if (child.name === 't') words += child.children.join('');
    else if (child.name === 'r') {
      const properties = childOf(child, 'rPr');
      if (isStruck(properties)) struck = true;
      else {
        const raised = childOf(properties, 'vertAlign')?.attributes.val === 'superscript';
        const run = richText(child).words;
        words += raised ? raisedWords(run) : run;
      }
    }
  }
  return {
    words: words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    struck,
  };
}

/** Whether a font, or the letters of a run, have a line through them. */
export function isStruck(font: XmlElement | null): boolean {
  const strike = childOf(font, 'strike');
  return strike !== null && !['0', 'false'].includes(strike.attributes.val ?? '1');
}
