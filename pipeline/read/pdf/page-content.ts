import { addClip } from '../../layout/drawing/clip.js';
import { type Matrix, matrixOf, multiply } from '../../layout/drawing/matrix.js';
import { addRulings, type Painting } from '../../layout/drawing/path-rulings.js';
import type { Ruling } from '../../layout/page.js';
import type { ReadPage } from '../pages/read-page.js';
import { LayerMarks } from './layer-marks.js';
import { type DrawnText, type Glyph, showText } from './show-text.js';
import { type FontFacts, type GraphicsState, initialState, TextPosition } from './text-state.js';

/** Numbers of the operators that are read, by name, as pdf.js gives them. */
export type OperatorNumbers = Readonly<Record<string, number>>;

/** A page as pdf.js lists its operators. */
export interface PageOperators {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own units to points from its top left corner as shown. */
  readonly transform: Matrix;
  readonly functions: ArrayLike<number>;
  readonly arguments: readonly (readonly unknown[] | null)[];
}

type Step = (args: readonly never[], reader: PageReader) => void;

/** Forms may stand in forms; deeper ones are taken for a trap. */
const DEEPEST = 200;

/** Reads characters and rulings from a page's operators. */
class PageReader {
  readonly drawn = nothingDrawn();
  /** What stands in layers that are off. */
  readonly off = nothingDrawn();
  readonly rulings: Ruling[] = [];
  /** Share of the page that the largest image place covers; images themselves are not decoded. */
  imageShare = 0;
  /** Whether the next path cuts off what is drawn after it. */
  clips = false;
  state: GraphicsState;
  readonly position = new TextPosition();
  private readonly saved: GraphicsState[] = [];

  constructor(
    readonly page: PageOperators,
    readonly fontOf: (name: string) => FontFacts | null,
    readonly layers: LayerMarks,
  ) {
    this.state = initialState(page.transform);
  }

  save(): void {
    if (this.saved.length < DEEPEST) this.saved.push({ ...this.state });
  }

  restore(): void {
    this.noteImage();
    this.state = this.saved.pop() ?? this.state;
  }

  /** Back to the page's own state, as annotations are drawn in it. */
  restart(): void {
    this.save();
    this.state = initialState(this.page.transform);
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  /** Another step in the space of a transform shows that it was not made for an image. */
  private imagePlace: Matrix | null = null;

  /** An image fills the unit square of its own space, and mostly has it for itself. */
  expectImage(): void {
    this.imagePlace = this.layers.areShown ? this.state.matrix : null;
  }

  noImage(): void {
    this.imagePlace = null;
  }

  noteImage(): void {
    if (!this.imagePlace) return;
    const [a, b, c, d] = this.imagePlace;
    const area = Math.abs(a * d - b * c) / (this.page.width * this.page.height);
    this.imageShare = Math.max(this.imageShare, Math.min(area, 1));
    this.imagePlace = null;
  }
}

const nothingDrawn = (): DrawnText => ({ characters: [], unmapped: 0, hidden: 0 });

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What each operator does to the reader. Others do not matter here. */
const STEPS: Readonly<Record<string, Step>> = {
  save: (_, reader) => reader.save(),
  restore: (_, reader) => reader.restore(),
  transform: (args, reader) => {
    reader.transform(matrixOf(args as ArrayLike<number>));
    reader.expectImage();
  },
  paintFormXObjectBegin: ([matrix, bounds], reader) => {
    reader.save();
    if (matrix) reader.transform(matrixOf(matrix));
    if (bounds) addClip(reader.state, bounds);
  },
  paintFormXObjectEnd: (_, reader) => reader.restore(),
  beginAnnotation: ([, , transform, matrix], reader) => {
    reader.restart();
    if (transform) reader.transform(matrixOf(transform));
    if (matrix) reader.transform(matrixOf(matrix));
  },
  endAnnotation: (_, reader) => reader.restore(),
  clip: (_, reader) => {
    reader.clips = true;
  },
  eoClip: (_, reader) => {
    reader.clips = true;
  },
  beginMarkedContent: (_, { layers }) => layers.begin(null, null),
  beginMarkedContentProps: ([tag, properties], { layers }) => layers.begin(tag, properties),
  endMarkedContent: (_, { layers }) => layers.end(),
  beginText: (_, { position }) => position.set([1, 0, 0, 1, 0, 0]),
  setTextMatrix: ([matrix], { position }) => position.set(matrixOf(matrix!)),
  moveText: ([x, y], { position }) => position.move(number(x), number(y)),
  setLeadingMoveText: ([x, y], { position }) => {
    position.leading = -number(y);
    position.move(number(x), number(y));
  },
  setLeading: ([leading], { position }) => {
    position.leading = number(leading);
  },
  nextLine: (_, { position }) => position.move(0, -position.leading),
  setFont: ([name, size], { state, fontOf }) => {
    state.font = fontOf(name!) ?? state.font;
    state.fontSize = number(size);
  },
  setCharSpacing: ([value], { state }) => {
    state.characterSpacing = number(value);
  },
  setWordSpacing: ([value], { state }) => {
    state.wordSpacing = number(value);
  },
  setHScale: ([value], { state }) => {
    state.stretch = number(value) / 100;
  },
  setTextRise: ([value], { state }) => {
    state.rise = number(value);
  },
  setTextRenderingMode: ([value], { state }) => {
    state.renderingMode = number(value);
  },
  setLineWidth: ([value], { state }) => {
    state.lineWidth = number(value);
  },
  setFillRGBColor: ([colour], { state }) => {
    state.fill = String(colour);
  },
  setStrokeRGBColor: ([colour], { state }) => {
    state.stroke = String(colour);
  },
  setFillTransparent: (_, { state }) => {
    state.fill = '#ffffff';
  },
  setStrokeTransparent: (_, { state }) => {
    state.stroke = '#ffffff';
  },
  setFillColorN: (_, { state }) => {
    state.fill = '#808080';
  },
  setStrokeColorN: (_, { state }) => {
    state.stroke = '#808080';
  },
  setGState: ([entries], reader) => {
    for (const [key, value] of (entries ?? []) as [string, unknown][]) {
      if (key === 'LW') reader.state.lineWidth = number(value);
      if (key === 'Font') {
        const [name, size] = value as [string, number];
        reader.state.font = reader.fontOf(name) ?? reader.state.font;
        reader.state.fontSize = number(size);
      }
    }
  },
  showText: ([glyphs], reader) => {
    reader.noImage();
    const { state, position, layers } = reader;
    const drawn = layers.areShown ? reader.drawn : reader.off;
    showText((glyphs ?? []) as readonly (Glyph | number)[], state, position, drawn);
  },
};

const STROKED: Painting = { stroked: true, filled: false };
const FILLED: Painting = { stroked: false, filled: true };
const BOTH: Painting = { stroked: true, filled: true };

/** How each painting operator paints the path that it ends. */
const PAINTINGS: Readonly<Record<string, Painting>> = {
  stroke: STROKED,
  closeStroke: STROKED,
  fill: FILLED,
  eoFill: FILLED,
  fillStroke: BOTH,
  eoFillStroke: BOTH,
  closeFillStroke: BOTH,
  closeEOFillStroke: BOTH,
};

/** The tables above by operator number. */
export class OperatorTable {
  readonly steps = new Map<number, Step>();
  private readonly paintings = new Map<number, Painting>();

  constructor(numbers: OperatorNumbers) {
    for (const [name, step] of Object.entries(STEPS)) this.steps.set(numbers[name]!, step);
    for (const [name, painting] of Object.entries(PAINTINGS)) {
      this.paintings.set(numbers[name]!, painting);
    }
    const path: Step = (args, reader) => {
      const [painting, data, bounds] = args as unknown as [
        number,
        readonly (ArrayLike<number> | null)[],
        ArrayLike<number> | null,
      ];
      reader.noImage();
      const how = this.paintings.get(painting);
      const points = data?.[0];
      if (how && points && reader.layers.areShown)
        addRulings(points, how, reader.state, reader.rulings);
      // A path that is made the clip is painted first.
      if (reader.clips && bounds) addClip(reader.state, bounds);
      reader.clips = false;
    };
    this.steps.set(numbers.constructPath!, path);
  }
}

/** Share of a page that a picture covers whose recognised text may stand in a layer that is off. */
const PICTURE = 0.5;

/**
 * Characters and rulings of a page in the order in which they are drawn; those in layers that are off
 * are left out, but for the text of a page that is a picture otherwise.
 * @param isOn whether a layer is shown, by its properties as pdf.js gives them
 */
export function readPage(
  page: PageOperators,
  table: OperatorTable,
  fontOf: (name: string) => FontFacts | null,
  isOn: (layer: unknown) => boolean,
): ReadPage {
  const reader = new PageReader(page, fontOf, new LayerMarks(isOn));
  for (let index = 0; index < page.functions.length; index++) {
    const step = table.steps.get(page.functions[index]!);
    step?.((page.arguments[index] ?? []) as readonly never[], reader);
  }
  reader.noteImage();
  const { rulings, imageShare, drawn, off } = reader;
  const recognised = drawn.characters.length === 0 && imageShare >= PICTURE;
  const { characters, unmapped, hidden } = recognised ? off : drawn;
  const { number, width, height } = page;
  const unseen = recognised ? characters.length : hidden;
  const hiddenShare = characters.length > 0 ? unseen / characters.length : 0;
  const content = { number, width, height, characters, rulings };
  const layerLeftOut = !recognised && off.characters.length > 0;
  return { content, imageShare, unmapped, hiddenShare, layerLeftOut };
}
