import { defaultRepeatStrategy } from 'bullmq';

/** The next time of a cron expression, milliseconds; null where it is none, or has no next time. */
export function nextTick(cron: string, timezone: string): number | null {
  try {
    return defaultRepeatStrategy(Date.now(), { pattern: cron, tz: timezone }) ?? null;
  } catch {
    return null;
  }
}
