import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs through before V8 makes optimised code of it; by itself it
 * waits for an eighth of these. A process that converts a few documents ends before optimised code has
 * repaid its making, which is two fifths of all its work (measured on documents of 1.5 MB, two a process).
 */
const INTERRUPT_BUDGET = 1_000_000;

/** The first version of V8 (Node.js 22) that counts calls instead, and waits for thousands of them. */
const WAITS_BY_ITSELF = 12;

/** Lets V8 optimise only what this process runs very often. */
export function compileLater(): void {
  if (Number.parseInt(process.versions.v8, 10) >= WAITS_BY_ITSELF) return;
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
