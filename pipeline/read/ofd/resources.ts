import type { Archive } from '../archive/archive.js';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { numbersIn, type Part, readPart, resolveLocation } from './package.js';

export interface Font {
  readonly name: string;
  readonly bold: boolean;
}

/** How lines and areas are painted where an object does not say. */
export interface DrawParam {
  readonly lineWidth: number | null;
  readonly fill: string | null;
  readonly stroke: string | null;
  /** ID of the one that gives what this one does not. */
  readonly base: string | null;
}

/** What pages refer to by ID. */
export class Resources {
  private readonly fonts = new Map<string, Font>();
  private readonly drawParams = new Map<string, DrawParam>();
  private readonly units = new Map<string, XmlElement>();
  private readonly images = new Map<string, readonly string[]>();

  /** Adds what the files hold; later ones win. Missing files give nothing. */
  async add(archive: Archive, paths: readonly string[]): Promise<this> {
    for (const path of paths) {
      const part = await readPart(archive, path);
      for (const group of part ? childrenOf(part.root) : []) {
        for (const element of childrenOf(group)) this.note(element, part!);
      }
    }
    return this;
  }

  private note(element: XmlElement, part: Part): void {
    const { name, attributes } = element;
    const id = attributes.ID ?? '';
    if (name === 'Font') {
      const family = attributes.FontName ?? attributes.FamilyName ?? '';
      const bold = attributes.Bold === 'true' || /bold|black|heavy|黑体|粗/i.test(family);
      this.fonts.set(id, { name: family, bold });
    } else if (name === 'MultiMedia') this.images.set(id, placesOf(element, part));
    else if (name === 'DrawParam') this.drawParams.set(id, drawParamOf(element));
    else if (name === 'CompositeGraphicUnit') this.units.set(id, element);
  }

  font(id: string | undefined): Font {
    return this.fonts.get(id ?? '') ?? { name: '', bold: false };
  }

  /** Paths at which an image's file may stand, the likeliest first. */
  image(id: string | undefined): readonly string[] {
    return this.images.get(id ?? '') ?? [];
  }

  /** The content of a composite unit. */
  unit(id: string | undefined): XmlElement | null {
    return childOf(this.units.get(id ?? ''), 'Content');
  }

  /** A drawing parameter with what it takes over from others. */
  drawParam(id: string | undefined): Omit<DrawParam, 'base'> {
    const merged: { -readonly [Key in keyof DrawParam]: DrawParam[Key] } = {
      ...{ lineWidth: null, fill: null, stroke: null, base: id ?? null },
    };
    for (let steps = 0; merged.base !== null && steps < MOST_BASES; steps++) {
      const param = this.drawParams.get(merged.base);
      merged.lineWidth ??= param?.lineWidth ?? null;
      merged.fill ??= param?.fill ?? null;
      merged.stroke ??= param?.stroke ?? null;
      merged.base = param?.base ?? null;
    }
    return merged;
  }
}

/** By the standard a file's path counts from `BaseLoc`; some producers write it out whole. */
function placesOf(element: XmlElement, { root, folder }: Part): string[] {
  const file = childOf(element, 'MediaFile');
  if (!file) return [];
  const base = resolveLocation(folder, root.attributes.BaseLoc ?? '');
  return [`${base}/`, folder].map((from) => resolveLocation(from, wordsOf(file)));
}

const MOST_BASES = 10;

const drawParamOf = (element: XmlElement): DrawParam => ({
  lineWidth: numbersIn(element.attributes.LineWidth)[0] ?? null,
  fill: colourOf(childOf(element, 'FillColor')),
  stroke: colourOf(childOf(element, 'StrokeColor')),
  base: element.attributes.Relative ?? null,
});

/** `#rrggbb` of a colour given as `255 0 0` or `#ff #0 #0`, one value for grey; null for others. */
export function colourOf(element: XmlElement | null): string | null {
  const values = (element?.attributes.Value ?? '').trim().split(/\s+/).map(colourValue);
  if (values.length === 1) values.push(values[0]!, values[0]!);
  if (values.length === 4) return fromCmyk(values);
  if (values.length !== 3 || values.some(Number.isNaN)) return null;
  return `#${values.map(hex).join('')}`;
}

const colourValue = (value: string): number =>
  value === ''
    ? Number.NaN
    : value.startsWith('#')
      ? Number.parseInt(value.slice(1), 16)
      : Number(value);

function fromCmyk([c, m, y, k]: readonly number[]): string {
  return `#${[c!, m!, y!].map((ink) => hex((255 - ink) * (1 - k! / 255))).join('')}`;
}

const hex = (value: number): string =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
