import {
  floatAttribute,
  floatOf,
  integersOf,
  type Network,
  networkBytes,
  readNetwork,
  type Step,
} from './onnx-file.js';

/**
 * The same network in fewer steps. Between its convolutions, PP-OCRv4 multiplies and adds single numbers
 * and writes its activation (hard swish) as four steps; each goes over all values of a layer, which takes
 * more time than the convolutions of small layers. Numbers are put into the weights of the convolution
 * before or behind them, and the activation into two steps. Results differ by rounding alone.
 * @throws RangeError where the bytes are no network's file
 */
export function foldNetwork(bytes: Uint8Array): Uint8Array {
  const network = readNetwork(bytes);
  const folding = new Folding(network);
  folding.activations();
  folding.numbersBehindConvolutions();
  folding.numbersBeforeConvolutions();
  const steps = folding.kept();
  const used = new Set(steps.flatMap(({ inputs }) => inputs));
  const weights = new Map([...network.weights].filter(([name]) => used.has(name)));
  return networkBytes({ ...network, steps, weights });
}

/** A step with one number that goes over all values: `x * 2.5`, `x + 3`. */
interface NumberStep {
  readonly step: Step;
  readonly number: number;
  readonly input: string;
}

class Folding {
  private readonly dropped = new Set<Step>();
  private readonly users = new Map<string, Step[]>();
  private readonly added = new Map<Step, Step>();
  private names = 0;

  constructor(private readonly network: Network) {
    for (const step of network.steps) {
      for (const name of new Set(step.inputs)) {
        const users = this.users.get(name);
        if (users) users.push(step);
        else this.users.set(name, [step]);
      }
    }
  }

  kept(): Step[] {
    return this.network.steps.flatMap((step) => {
      const before = this.added.get(step);
      if (this.dropped.has(step)) return [];
      return before ? [before, step] : [step];
    });
  }

  /** `x * clip(x + 3, 0, 6) / 6` as `x * hardSigmoid(x)`. */
  activations(): void {
    for (const first of this.network.steps) {
      const three = this.numberStep(first, 'Add');
      if (three?.number !== 3) continue;
      const clip = this.onlyUser(first);
      if (clip?.operator !== 'Clip' || !this.isFromZeroToSix(clip)) continue;
      const product = this.onlyUser(clip);
      if (product?.operator !== 'Mul' || !product.inputs.includes(three.input)) continue;
      const sixth = this.onlyUser(product);
      if (sixth?.operator !== 'Div' || this.numberOf(sixth.inputs[1]!) !== 6) continue;
      const gate: Step = {
        operator: 'HardSigmoid',
        inputs: [three.input],
        outputs: [clip.outputs[0]!],
        attributes: new Map([
          ['alpha', floatAttribute('alpha', 1 / 6)],
          ['beta', floatAttribute('beta', 0.5)],
        ]),
      };
      product.outputs = sixth.outputs;
      this.added.set(product, gate);
      for (const step of [first, clip, sixth]) this.dropped.add(step);
      this.replaceUser(three.input, first, gate);
    }
  }

  /** `convolution(x) * a + b` as a convolution of other weights. */
  numbersBehindConvolutions(): void {
    for (const convolution of this.network.steps) {
      if (!this.isConvolution(convolution)) continue;
      const scale = this.numberUser(convolution, 'Mul');
      const shift = scale && this.numberUser(scale.step, 'Add');
      if (!scale || !shift) continue;
      this.changeWeights(convolution, (value) => value * scale.number);
      this.changeBias(convolution, (value) => value * scale.number + shift.number);
      convolution.outputs = shift.step.outputs;
      this.dropped.add(scale.step).add(shift.step);
    }
  }

  /** `convolution(x * a + b)`: the same, but that b stays where the convolution looks beyond the edges. */
  numbersBeforeConvolutions(): void {
    for (const step of this.network.steps) {
      if (this.dropped.has(step)) continue;
      const scale = this.numberStep(step, 'Mul');
      const shift = scale && scale.number !== 0 ? this.numberUser(step, 'Add') : null;
      if (!scale || !shift) continue;
      const users = this.usersOf(shift.step);
      if (users.length === 0 || !users.every((one) => this.isConvolution(one))) continue;
      const [from, to] = [shift.step.outputs[0]!, scale.input];
      const within = users.every((one) => this.looksAtOnePlace(one));
      if (within) {
        for (const one of users) this.addToBias(one, shift.number);
        for (const one of users) one.inputs = one.inputs.map((name) => (name === from ? to : name));
        this.dropped.add(shift.step);
      } else {
        this.addNumber(shift.step, to, shift.number / scale.number, users);
      }
      for (const one of users) this.changeWeights(one, (value) => value * scale.number);
      this.dropped.add(step);
    }
  }

  /**
   * The step that adds a number. Before convolutions that keep channels apart it is one of them, of a single place: the
   * runtime keeps values in blocks of channels between convolutions, and would put them in order for anything else.
   */
  private addNumber(step: Step, input: string, number: number, users: readonly Step[]): void {
    const { size } = this.network.weights.get(users[0]!.inputs[1]!)!;
    const group = users[0]!.attributes.get('group');
    if (size[1] !== 1 || size[0] === 1 || !group) {
      step.inputs = [input, this.newWeights([1], [number])];
      return;
    }
    const channels = size[0]!;
    const weights = this.newWeights([channels, 1, 1, 1], new Float32Array(channels).fill(1));
    const bias = this.newWeights([channels], new Float32Array(channels).fill(number));
    step.operator = 'Conv';
    step.attributes = new Map([['group', group]]);
    step.inputs = [input, weights, bias];
  }

  /** A step that takes in one number beside its values. */
  private numberStep(step: Step, operator: string): NumberStep | null {
    if (step.operator !== operator || step.inputs.length !== 2) return null;
    for (const [at, name] of step.inputs.entries()) {
      const number = this.numberOf(name);
      if (number !== null) return { step, number, input: step.inputs[1 - at]! };
    }
    return null;
  }

  private numberUser(step: Step, operator: string): NumberStep | null {
    const user = this.onlyUser(step);
    return user && this.numberStep(user, operator);
  }

  private numberOf(name: string): number | null {
    const values = this.network.weights.get(name)?.values;
    return values?.length === 1 ? values[0]! : null;
  }

  private isFromZeroToSix({ inputs, attributes }: Step): boolean {
    const [least, most] =
      inputs.length === 3
        ? [this.numberOf(inputs[1]!), this.numberOf(inputs[2]!)]
        : [floatOf(attributes.get('min')), floatOf(attributes.get('max'))];
    return least === 0 && most === 6;
  }

  private isConvolution({ operator, inputs }: Step): boolean {
    return operator === 'Conv' && this.network.weights.has(inputs[1]!);
  }

  private looksAtOnePlace({ inputs, attributes }: Step): boolean {
    const [, , ...sides] = this.network.weights.get(inputs[1]!)!.size;
    const pads = integersOf(attributes.get('pads'));
    return sides.every((side) => side === 1) && pads.every((pad) => pad === 0);
  }

  private usersOf({ outputs }: Step): readonly Step[] {
    return this.users.get(outputs[0]!) ?? [];
  }

  /** What takes in a step's values, where it is one step and they are no result of the network. */
  private onlyUser(step: Step): Step | null {
    const users = this.usersOf(step);
    return users.length === 1 && !this.network.outputs.has(step.outputs[0]!) ? users[0]! : null;
  }

  private replaceUser(name: string, from: Step, to: Step): void {
    this.users.set(
      name,
      this.users.get(name)!.map((one) => (one === from ? to : one)),
    );
  }

  private changeWeights(convolution: Step, change: (value: number) => number): void {
    const { size, values } = this.network.weights.get(convolution.inputs[1]!)!;
    convolution.inputs[1] = this.newWeights(size, values.map(change));
  }

  private changeBias(convolution: Step, change: (value: number, filter: number) => number): void {
    const filters = this.network.weights.get(convolution.inputs[1]!)!.size[0]!;
    const name = convolution.inputs[2];
    const bias = (name && this.network.weights.get(name)?.values) || new Float32Array(filters);
    convolution.inputs[2] = this.newWeights([filters], bias.map(change));
  }

  /** A number that is added to all values which a convolution takes in. */
  private addToBias(convolution: Step, number: number): void {
    const { size, values } = this.network.weights.get(convolution.inputs[1]!)!;
    const each = values.length / size[0]!;
    this.changeBias(convolution, (value, filter) => {
      let sum = 0;
      for (let at = filter * each; at < (filter + 1) * each; at++) sum += values[at]!;
      return value + sum * number;
    });
  }

  private newWeights(size: readonly number[], values: Iterable<number>): string {
    const name = `folded.${this.names++}`;
    this.network.weights.set(name, { size, values: Float32Array.from(values) });
    return name;
  }
}
