import { WORDS, type Word } from './words.js';

export type Language = 'zh' | 'en';

/** The part of the page that says its language. */
interface Page {
  title: string;
  readonly documentElement: { lang: string };
}

let language: Language = 'zh';

export const currentLanguage = (): Language => language;

/** Turns the page to a language; what is drawn from then on speaks it. */
export function speak(chosen: Language): void {
  language = chosen;
  const { document } = globalThis as unknown as { document: Page };
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
}

/** A word of the page in the language that was chosen, values put in for `{names}`. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const said: string = WORDS[word]?.[language === 'zh' ? 0 : 1] ?? '';
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A count with its thousands set apart. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
