import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
/** Bytes of a key: fewer can be guessed, more are of no use. */
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** The key that a secret stands for, `whsec_` and base64 of 24 to 64 bytes; null where it is none. */
export function webhookKey(secret: string): Buffer | null {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  const key = Buffer.from(encoded, 'base64');
  return key.length >= LEAST_BYTES && key.length <= MOST_BYTES ? key : null;
}

/** The headers by which a receiver tells who sent a message and when (Standard Webhooks 1.0). */
export function signedHeaders(
  key: Buffer,
  { id, body, seconds }: { readonly id: string; readonly body: string; readonly seconds: number },
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
