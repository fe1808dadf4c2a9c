import { InvalidArgumentError } from 'commander';

/** A whole number of at least `least`. */
export function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`Give a whole number, ${least} or more.`);
  };
}

/** A number of seconds above 0; longer than a timer can be set is as good as for ever. */
export function seconds(value: string): number {
  const number = Number(value);
  if (number > 0) return Math.min(number, 2_000_000);
  throw new InvalidArgumentError('Give a number of seconds above 0.');
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Bytes: `67108864`, `64m`, `1g`. */
export function bytes(value: string): number {
  const [, number, unit] = /^(\d+)([kmg]?)(?:i?b)?$/i.exec(value) ?? [];
  const count = Number(number) * UNITS[unit?.toLowerCase() ?? '']!;
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give a number of bytes, with k, m or g after it: 64m.');
}

/** The name of an encoding that this platform knows. */
export function encodingName(value: string): string {
  try {
    return new TextDecoder(value).encoding;
  } catch {
    throw new InvalidArgumentError('Use utf-8, utf-16le, utf-16be, gb18030, gbk or big5.');
  }
}

/** A calendar day, `YYYY-MM-DD`. */
export function isoDate(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('Give a date as YYYY-MM-DD.');
}

/** Names with commas between them. */
export const commaList = (value: string): string[] =>
  value
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter(Boolean);
