import type { Deadline } from '../../schemas/index.js';

/** A deadline as an entry of a calendar. */
export interface Entry {
  /** Stays the same from one download to the next, so that a calendar knows the entry again. */
  readonly id: string;
  readonly deadline: Deadline;
  readonly title: string;
  readonly description: string;
}

/** Bytes of a line; longer ones are folded (RFC 5545, 3.1). */
const LINE = 75;

/**
 * The deadlines as an iCalendar file (RFC 5545): an entry for the whole last day of each. Recurring and
 * ongoing duties have no day, and give none.
 */
export function calendarOf(name: string, entries: readonly Entry[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = entries.flatMap(({ id, deadline, title, description }) => {
    if (deadline.end === null) return [];
    return [
      'BEGIN:VEVENT',
      `UID:${id}@gongwen`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(deadline.end)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(deadline.end))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongwen//deadlines//ZH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (day: string): string => day.replaceAll('-', '');

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** A line cut so that none has more bytes than it may, between two characters. */
function folded(line: string): string {
  let result = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0)!);
    if (bytes + size > LINE) {
      result += '\r\n ';
      bytes = 1;
    }
    result += character;
    bytes += size;
  }
  return result;
}

/** Bytes of a character in UTF-8. */
const bytesOf = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
