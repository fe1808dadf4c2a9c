import type { Configuration } from '../configuration/schema.js';
import { FolderObjects } from '../object-store.js';
import { webhookKey } from './signature.js';
import { Webhook, type WebhookEvents } from './webhook.js';

/** The webhook that the settings ask for; null where they ask for none. */
export function openWebhook(
  { store, webhook: url, webhookSecret }: Configuration,
  events: WebhookEvents,
): Webhook | null {
  const key = webhookSecret === undefined ? null : webhookKey(webhookSecret);
  return url === undefined || key === null
    ? null
    : new Webhook({ url, key }, new FolderObjects(store), events);
}
