/** What the browser keeps for this page between two openings. */
interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The browser's store; it throws where the browser lets the page keep nothing. */
export const storage = (): Kept => (globalThis as unknown as { localStorage: Kept }).localStorage;
