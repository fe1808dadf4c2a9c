/** One field of a message in protocol buffers, with its bytes as they stand in the file. */
interface Field {
  readonly number: number;
  /** The contents of a text, of bytes or of a message; empty where the field is a number. */
  readonly bytes: Uint8Array;
  /** The number of a field that is one; 0 else. */
  readonly value: number;
  readonly whole: Uint8Array;
}

/** Field numbers of the messages of ONNX that are read or written here (onnx.proto3, IR version 8). */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, output: 12 } as const;
const NODE = { input: 1, output: 2, operator: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, tensor: 5, floats: 7, integers: 8, type: 20 } as const;
const TENSOR = { size: 1, type: 2, floats: 4, raw: 9 } as const;
const VALUE = { name: 1 } as const;
const FLOAT = 1;
const TYPE_OF_TENSOR = 4;

/** The kinds of fields on the wire. */
const [VARINT, EIGHT_BYTES, BYTES, FOUR_BYTES] = [0, 1, 2, 5] as const;

/** An array of numbers that a network holds: weights, or one number. */
export interface Weights {
  readonly size: readonly number[];
  readonly values: Float32Array;
}

/** A step of a network: an operator with the names of what goes in and out. */
export interface Step {
  operator: string;
  inputs: string[];
  outputs: string[];
  /** Attributes as they stand in the file. */
  attributes: ReadonlyMap<string, Uint8Array>;
}

/** A network as its file holds it: steps in their order, and the arrays that are known beforehand. */
export interface Network {
  readonly steps: Step[];
  readonly weights: Map<string, Weights>;
  readonly outputs: ReadonlySet<string>;
  /** What else the file and its graph hold. */
  readonly head: readonly Uint8Array[];
  readonly rest: readonly Uint8Array[];
}

/**
 * Reads a network whose arrays are steps of the kind `Constant`.
 * @throws RangeError where the bytes are no such file
 */
export function readNetwork(bytes: Uint8Array): Network {
  const network = {
    ...{ steps: [] as Step[], weights: new Map<string, Weights>(), outputs: new Set<string>() },
    ...{ head: [] as Uint8Array[], rest: [] as Uint8Array[] },
  };
  for (const field of fieldsOf(bytes)) {
    if (field.number !== MODEL.graph) {
      network.head.push(field.whole);
      continue;
    }
    for (const part of fieldsOf(field.bytes)) {
      if (part.number === GRAPH.node) addStep(network, part.bytes);
      else network.rest.push(part.whole);
      if (part.number === GRAPH.output) {
        for (const one of fieldsOf(part.bytes)) {
          if (one.number === VALUE.name) network.outputs.add(textOf(one.bytes));
        }
      }
    }
  }
  return network;
}

function addStep(network: Pick<Network, 'steps' | 'weights'>, bytes: Uint8Array): void {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, Uint8Array>();
  let operator = '';
  for (const { number, bytes: value } of fieldsOf(bytes)) {
    if (number === NODE.input) inputs.push(textOf(value));
    else if (number === NODE.output) outputs.push(textOf(value));
    else if (number === NODE.operator) operator = textOf(value);
    else if (number === NODE.attribute) {
      const name = [...fieldsOf(value)].find((one) => one.number === ATTRIBUTE.name);
      attributes.set(name ? textOf(name.bytes) : '', value);
    }
  }
  const weights = operator === 'Constant' ? weightsOf(attributes.get('value')) : null;
  if (weights) network.weights.set(outputs[0]!, weights);
  else network.steps.push({ operator, inputs, outputs, attributes });
}

/** The array of an attribute; null where it holds no floats. */
function weightsOf(attribute: Uint8Array | undefined): Weights | null {
  const tensor =
    attribute && [...fieldsOf(attribute)].find((one) => one.number === ATTRIBUTE.tensor);
  if (!tensor) return null;
  const size: number[] = [];
  let values: Float32Array | null = null;
  for (const { number, bytes, value } of fieldsOf(tensor.bytes)) {
    if (number === TENSOR.size) size.push(...(bytes.length > 0 ? varintsOf(bytes) : [value]));
    else if (number === TENSOR.type && value !== FLOAT) return null;
    else if (number === TENSOR.raw || number === TENSOR.floats) {
      values = new Float32Array(Uint8Array.from(bytes).buffer);
    }
  }
  return values && { size, values };
}

/** The number of an attribute that is a float; null where it is none. */
export function floatOf(attribute: Uint8Array | undefined): number | null {
  for (const { number, whole } of attribute ? fieldsOf(attribute) : []) {
    if (number === ATTRIBUTE.float)
      return new DataView(Uint8Array.from(whole).buffer).getFloat32(1, true);
  }
  return null;
}

/** The numbers of an attribute that is a list of integers. */
export function integersOf(attribute: Uint8Array | undefined): number[] {
  const numbers: number[] = [];
  for (const { number, bytes, value } of attribute ? fieldsOf(attribute) : []) {
    if (number === ATTRIBUTE.integers) {
      numbers.push(...(bytes.length > 0 ? varintsOf(bytes) : [value]));
    }
  }
  return numbers;
}

/** An attribute that is a float. */
export const floatAttribute = (name: string, value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([
    ...field(ATTRIBUTE.name, [bytesOf(name)]),
    joined([varint(ATTRIBUTE.float * 8 + FOUR_BYTES), bytes]),
    numberField(ATTRIBUTE.type, FLOAT),
  ]);
};

/** The file of a network. */
export function networkBytes({ steps, weights, head, rest }: Network): Uint8Array {
  const nodes = [
    ...[...weights].map(([name, array]) => constantParts(name, array)),
    ...steps.map(stepParts),
  ];
  const graph = [...nodes.flatMap((node) => field(GRAPH.node, node)), ...rest];
  return joined([...head, ...field(MODEL.graph, graph)]);
}

/** The bytes of a message in parts, so that weights are copied once, into the whole. */
type Parts = readonly Uint8Array[];

const stepParts = ({ operator, inputs, outputs, attributes }: Step): Parts => [
  ...inputs.flatMap((name) => field(NODE.input, [bytesOf(name)])),
  ...outputs.flatMap((name) => field(NODE.output, [bytesOf(name)])),
  ...field(NODE.operator, [bytesOf(operator)]),
  ...[...attributes.values()].flatMap((attribute) => field(NODE.attribute, [attribute])),
];

function constantParts(name: string, { size, values }: Weights): Parts {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const tensor = [
    ...size.map((side) => numberField(TENSOR.size, side)),
    numberField(TENSOR.type, FLOAT),
    ...field(TENSOR.raw, [raw]),
  ];
  const value = [
    ...field(ATTRIBUTE.name, [bytesOf('value')]),
    ...field(ATTRIBUTE.tensor, tensor),
    numberField(ATTRIBUTE.type, TYPE_OF_TENSOR),
  ];
  return [
    ...field(NODE.output, [bytesOf(name)]),
    ...field(NODE.operator, [bytesOf('Constant')]),
    ...field(NODE.attribute, value),
  ];
}

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const EMPTY = bytes.subarray(0, 0);
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const key = varintAt(bytes, at);
    at = key.end;
    let [content, value] = [EMPTY, 0];
    const wire = key.value % 8;
    if (wire === VARINT) ({ value, end: at } = varintAt(bytes, at));
    else if (wire === EIGHT_BYTES) at += 8;
    else if (wire === FOUR_BYTES) at += 4;
    else if (wire === BYTES) {
      const length = varintAt(bytes, at);
      content = bytes.subarray(length.end, length.end + length.value);
      at = length.end + length.value;
    } else throw new RangeError(`no file of a network: a field of the kind ${wire}`);
    if (at > bytes.length) throw new RangeError('no file of a network: it is cut short');
    const number = Math.floor(key.value / 8);
    yield { number, bytes: content, value, whole: bytes.subarray(start, at) };
  }
}

function varintAt(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let end = at, scale = 1; end < bytes.length; end++, scale *= 128) {
    value += (bytes[end]! & 127) * scale;
    if (bytes[end]! < 128) return { value, end: end + 1 };
  }
  throw new RangeError('no file of a network: it is cut short');
}

function varintsOf(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, end } = varintAt(bytes, at);
    values.push(value);
    at = end;
  }
  return values;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

const numberField = (number: number, value: number): Uint8Array =>
  joined([varint(number * 8 + VARINT), varint(value)]);

const field = (number: number, parts: Parts): Parts => [
  varint(number * 8 + BYTES),
  varint(lengthOf(parts)),
  ...parts,
];

const lengthOf = (parts: Parts): number => parts.reduce((sum, { length }) => sum + length, 0);

function joined(parts: Parts): Uint8Array {
  const whole = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
