import type { Redis } from 'ioredis';

/** A key that nothing is ever written to. */
const KEY = '{gongwen}:pulse';

/**
 * Whether Redis has no memory left for what is written: it answers, and refuses all jobs. Nothing is
 * written to find out; a user who may not write there is answered too.
 *
 * @throws what keeps Redis from answering
 */
export async function isFull(redis: Redis): Promise<boolean> {
  try {
    await redis.setrange(KEY, 0, '');
    return false;
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'ReplyError') throw error;
    return message.startsWith('OOM');
  }
}
