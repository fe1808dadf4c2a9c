import type { Configuration } from '../workers/configuration/schema.js';
import { openWebhook } from '../workers/webhook/open-webhook.js';
import type { Webhook, WebhookEvents } from '../workers/webhook/webhook.js';
import { UsageError } from './exit-status.js';

/** The webhook that is asked for, if any. @throws UsageError where it is given by half */
export function webhookOf(configuration: Configuration, events: WebhookEvents): Webhook | null {
  const { webhook, webhookSecret } = configuration;
  if ((webhook === undefined) !== (webhookSecret === undefined)) {
    throw new UsageError(
      '--webhook goes with GONGWEN_WEBHOOK_SECRET. Make one with: echo whsec_$(openssl rand -base64 32)',
    );
  }
  return openWebhook(configuration, events);
}
