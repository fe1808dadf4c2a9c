import { setTimeout as delay } from 'node:timers/promises';

/** Whether some work ends within that many milliseconds; rejects where it fails within them. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController();
  const late = delay(milliseconds, false, { signal: over.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    over.abort();
  }
}
