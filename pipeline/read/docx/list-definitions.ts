import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';
import { numberOf, stringOf, switchOf } from './on-off.js';
import type { Styles } from './styles.js';

/** One of the nine levels of a list. */
export interface ListLevel {
  readonly start: number;
  /** Name of a number format: `decimal`, `chineseCounting`; `bullet` counts nothing. */
  readonly format: string;
  /** `%1、`, `（%2）`: each `%n` stands for the number of level n. */
  readonly text: string;
  /** Whether all numbers are shown as digits (`w:isLgl`). */
  readonly digits: boolean;
  /** The level (from 1) after which it counts anew; 0 never; null after any higher one. */
  readonly restart: number | null;
  readonly gap: '' | ' ';
  /** The paragraph style that puts a paragraph on this level. */
  readonly style: string | null;
}

/** A list (`w:num`): levels, and the counters that it shares with others of the same kind. */
export interface ListDefinition {
  /** Lists of one abstract definition count on together. */
  readonly counters: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that begin anew, with this number, where the list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** The lists of a Word file, read from numbering.xml when they are asked for. */
export class ListDefinitions {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly lists = new Map<string, XmlElement>();
  private readonly read = new Map<string, ListDefinition | null>();

  /** @param root `w:numbering`; null where the file has none */
  constructor(
    root: XmlElement | null,
    private readonly styles: Styles,
  ) {
    for (const element of root === null ? [] : childrenOf(root)) {
      const { attributes } = element;
      if (element.name === 'w:abstractNum') {
        this.abstracts.set(attributes['w:abstractNumId'] ?? '', element);
      } else if (element.name === 'w:num') this.lists.set(attributes['w:numId'] ?? '', element);
    }
  }

  /** A list by its id; null where the file does not define it. */
  list(id: string): ListDefinition | null {
    const known = this.read.get(id);
    if (known !== undefined) return known;
    const definition = this.define(id);
    this.read.set(id, definition);
    return definition;
  }

  private define(id: string): ListDefinition | null {
    const list = this.lists.get(id);
    const abstract = list && this.abstractOf(list, 5);
    if (!list || !abstract) return null;
    const levels = new Map<number, ListLevel>();
    for (const level of childrenOf(abstract, 'w:lvl'))
      levels.set(levelNumber(level), readLevel(level));
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const number = levelNumber(override);
      const level = childOf(override, 'w:lvl');
      if (level !== null) levels.set(number, readLevel(level));
      const start = numberOf(override, 'w:startOverride');
      if (start !== null) startOverrides.set(number, start);
    }
    return { counters: abstract.attributes['w:abstractNumId'] ?? '', levels, startOverrides };
  }

  /** A definition may only name the numbering style that another definition stands for. */
  private abstractOf(list: XmlElement, left: number): XmlElement | null {
    const abstract = this.abstracts.get(stringOf(list, 'w:abstractNumId') ?? '') ?? null;
    const link = stringOf(abstract, 'w:numStyleLink');
    if (link === null || left === 0) return abstract;
    const linked = this.lists.get(this.styles.listOfNumberingStyle(link) ?? '');
    return linked ? this.abstractOf(linked, left - 1) : abstract;
  }
}

const levelNumber = (element: XmlElement): number =>
  Number.parseInt(element.attributes['w:ilvl'] ?? '0', 10) || 0;

function readLevel(level: XmlElement): ListLevel {
  const format = stringOf(level, 'w:numFmt') ?? 'decimal';
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format,
    text: stringOf(level, 'w:lvlText') ?? '',
    digits: switchOf(level, 'w:isLgl') ?? false,
    restart: numberOf(level, 'w:lvlRestart'),
    gap: stringOf(level, 'w:suff') === 'nothing' ? '' : ' ',
    style: stringOf(level, 'w:pStyle'),
  };
}
