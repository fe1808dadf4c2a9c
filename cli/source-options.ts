import { InvalidArgumentError } from 'commander';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Milliseconds of a time: `90s`, `30m`, `1h`, `7d`; a second at least. */
export function interval(value: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhd])$/i.exec(value) ?? [];
  const milliseconds = Math.round(Number(number) * UNITS[unit?.toLowerCase() ?? '']! * 1000);
  if (Number.isSafeInteger(milliseconds) && milliseconds >= 1000) return milliseconds;
  throw new InvalidArgumentError('Give a time with its unit: 90s, 30m, 1h, 7d.');
}

/** A time zone that this platform knows. */
export function timeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Give a time zone: Asia/Shanghai, UTC.');
  }
}
