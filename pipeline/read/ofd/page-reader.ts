import { IDENTITY, type Matrix, matrixOf, multiply } from '../../layout/drawing/matrix.js';
import { paintState } from '../../layout/drawing/paint-state.js';
import { addRulings } from '../../layout/drawing/path-rulings.js';
import type { PageContent, Ruling } from '../../layout/page.js';
import type { ReadPage } from '../pages/read-page.js';
import { ReadError } from '../read-error.js';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { numbersIn } from './package.js';
import { readPathData } from './path-data.js';
import { colourOf, type Resources } from './resources.js';
import { addTextObject, type DrawnCharacters } from './text-object.js';

/** Points in a millimetre, the unit of OFD. */
export const POINTS = 72 / 25.4;
const A4: readonly [number, number] = [210, 297];
/** Line width where nothing gives it, in millimetres. */
const LINE_WIDTH = 0.353;
/** Share of the page that an image covers where the page is a scan. */
const SCAN = 0.5;
/** Units that stand in each other deeper than this lead in a circle. */
const DEEPEST = 30;
/** More objects and characters than any page has, also where units are used again and again. */
const MOST_OBJECTS = 100_000;
const MOST_CHARACTERS = 200_000;

/** Size of a page in millimetres by its `Area`, or the document's. */
export function pageSize(...areas: readonly (XmlElement | null)[]): readonly [number, number] {
  for (const area of areas) {
    const box = childOf(area, 'PhysicalBox') ?? childOf(area, 'ApplicationBox');
    const [, , width, height] = box ? numbersIn(wordsOf(box)) : [];
    if (width && height && width > 0 && height > 0) return [width, height];
  }
  return A4;
}

/** An image that a page draws. */
export interface PlacedImage {
  /** ID among the resources. */
  readonly resource: string | undefined;
  /** From the unit square, which every image fills, to points on the page. */
  readonly matrix: Matrix;
  /** Share of the page that it covers, 0 to 1. */
  readonly share: number;
}

/** Collects what the objects of a page draw: characters, rulings, the place of images. */
export class PageReader {
  private readonly drawn: DrawnCharacters = {
    characters: [],
    isOverlay: false,
    unmapped: 0,
    hidden: new Set(),
  };
  private readonly rulings: Ruling[] = [];
  private imageShare = 0;
  /** Images in the order drawn. */
  readonly images: PlacedImage[] = [];
  private objects = 0;

  constructor(
    private readonly number: number,
    private readonly size: readonly [number, number],
    private readonly resources: Resources,
  ) {}

  /** Adds what a `Content`, `Layer`, `PageBlock` or `Appearance` holds. */
  add(container: XmlElement, matrix: Matrix = [POINTS, 0, 0, POINTS, 0, 0]): void {
    this.addAll(container, matrix, container.attributes.DrawParam, 0);
  }

  /** Adds what an annotation shows: words over the page, no part of its lines. */
  addOverlay(appearance: XmlElement, matrix: Matrix): void {
    this.drawn.isOverlay = true;
    this.add(appearance, matrix);
    this.drawn.isOverlay = false;
  }

  private addAll(
    container: XmlElement,
    matrix: Matrix,
    drawParam: string | undefined,
    depth: number,
  ): void {
    if (depth > DEEPEST) return;
    for (const object of childrenOf(container)) {
      if (object.attributes.Visible === 'false') continue;
      if (++this.objects > MOST_OBJECTS) throw tooComplex(this.number);
      const param = object.attributes.DrawParam ?? drawParam;
      if (object.name === 'Layer' || object.name === 'PageBlock') {
        this.addAll(object, matrix, param, depth + 1);
      } else if (object.name === 'TextObject') {
        const font = this.resources.font(object.attributes.Font);
        const characters = this.drawn.characters.length + wordsOf(object).length;
        if (characters > MOST_CHARACTERS) throw tooComplex(this.number);
        addTextObject(object, font, ownSpace(object, matrix), this.drawn);
      } else if (object.name === 'PathObject') this.path(object, matrix, param);
      else if (object.name === 'ImageObject') this.image(object, matrix);
      else if (object.name === 'CompositeObject') {
        const unit = this.resources.unit(object.attributes.ResourceID);
        if (unit) this.addAll(unit, ownSpace(object, matrix), param, depth + 1);
      }
    }
  }

  private path(object: XmlElement, matrix: Matrix, drawParam: string | undefined): void {
    const data = childOf(object, 'AbbreviatedData');
    if (!data || object.attributes.Alpha === '0') return;
    const param = this.resources.drawParam(drawParam);
    const state = paintState(ownSpace(object, matrix));
    state.lineWidth = numbersIn(object.attributes.LineWidth)[0] ?? param.lineWidth ?? LINE_WIDTH;
    state.fill = colourOf(childOf(object, 'FillColor')) ?? param.fill ?? '#000000';
    state.stroke = colourOf(childOf(object, 'StrokeColor')) ?? param.stroke ?? '#000000';
    const painting = {
      stroked: object.attributes.Stroke !== 'false',
      filled: object.attributes.Fill === 'true',
    };
    addRulings(readPathData(wordsOf(data)), painting, state, this.rulings);
  }

  private image(object: XmlElement, matrix: Matrix): void {
    const [x = 0, y = 0, width = 0, height = 0] = numbersIn(object.attributes.Boundary);
    const scale = matrix[0] / POINTS;
    const shown = (start: number, length: number, whole: number): number =>
      Math.max(0, Math.min(start + length, whole) - Math.max(start, 0));
    const [pageWidth, pageHeight] = this.size;
    const area =
      shown(x * scale, width * scale, pageWidth) * shown(y * scale, height * scale, pageHeight);
    const share = Math.min(1, area / (pageWidth * pageHeight));
    this.imageShare = Math.max(this.imageShare, share);
    const { CTM, ResourceID } = object.attributes;
    const place = ownSpace(object, matrix);
    const fills =
      numbersIn(CTM).length === 6 ? place : multiply(place, [width, 0, 0, height, 0, 0]);
    this.images.push({ resource: ResourceID, matrix: fills, share });
  }

  /** The page as layout takes it. */
  page(): ReadPage {
    const { characters: all, unmapped, hidden } = this.drawn;
    // Words that nobody sees are the layer of a scan to be searched, or were hidden on purpose.
    const isScan = this.imageShare >= SCAN || hidden.size === all.length;
    const characters = isScan ? all : all.filter((character) => !hidden.has(character));
    const content: PageContent = {
      number: this.number,
      width: this.size[0] * POINTS,
      height: this.size[1] * POINTS,
      characters,
      rulings: this.rulings,
    };
    const hiddenShare = isScan && all.length > 0 ? hidden.size / all.length : 0;
    const layerLeftOut = characters.length < all.length;
    return { content, imageShare: this.imageShare, unmapped, hiddenShare, layerLeftOut };
  }
}

/** From an object's own space to that of what holds it: its `CTM`, then its place. */
export function ownSpace({ attributes }: XmlElement, matrix: Matrix): Matrix {
  const [x = 0, y = 0] = numbersIn(attributes.Boundary);
  const values = numbersIn(attributes.CTM);
  const transform = values.length === 6 ? matrixOf(values) : IDENTITY;
  return multiply(multiply(matrix, [1, 0, 0, 1, x, y]), transform);
}

const tooComplex = (page: number): ReadError =>
  new ReadError(
    'too_complex',
    `Page ${page} draws more than ${MOST_OBJECTS} objects or ${MOST_CHARACTERS} characters, beyond what any document needs.`,
  );
