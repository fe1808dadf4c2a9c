import { existsSync, readFileSync } from 'node:fs';

/** A line of a rule's table of cases. */
export interface RuleCase {
  /** The sentence, its marks 【】 left out. */
  readonly text: string;
  /** Offsets of what stands in 【】; the whole text where there are none. */
  readonly start: number;
  readonly end: number;
  /** What is read there, in the words of its kind's runner; `none` where nothing is. */
  readonly reads: string;
  /** The rule that decides; empty: the rule whose table it is. */
  readonly rule: string;
  /** What else the reader is told: `year=2025 issued=2025-03-01`. */
  readonly context: Readonly<Record<string, string>>;
  readonly line: number;
}

/**
 * The cases of a rule: `test/rules/<kind>/<name>.tsv` for the rule `<kind>.<name>`. A tab between columns
 * (sentence, reads, rule, context); the first line names them, lines that begin with # are remarks.
 */
export function casesOf(rule: string): RuleCase[] {
  const path = new URL(`./${rule.replace('.', '/')}.tsv`, import.meta.url);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === '' || line.startsWith('#')) return [];
    const [sentence = '', reads = '', decides = '', context = ''] = line.split('\t');
    const start = sentence.indexOf('【');
    const end = sentence.indexOf('】') - 1;
    const marked = start >= 0 && end >= start;
    const text = marked ? sentence.replace('【', '').replace('】', '') : sentence;
    return [
      {
        text,
        start: marked ? start : 0,
        end: marked ? end : text.length,
        reads,
        rule: decides || rule,
        context: Object.fromEntries(
          context
            .split(/\s+/)
            .filter(Boolean)
            .map((pair) => pair.split('=', 2) as [string, string]),
        ),
        line: index + 1,
      },
    ];
  });
}
