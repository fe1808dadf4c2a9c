import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ObjectStore } from '../object-store.js';
import { signedHeaders } from './signature.js';

/** Where what is not delivered yet is kept in the store. */
const FOLDER = 'webhooks/';
/** Seconds from each try to the next; behind the last of them a message is given up. */
const PAUSES = [5, 60, 300, 1800, 7200, 18_000, 36_000];
/** Milliseconds for an answer. */
const LONGEST = 15_000;
/** Messages that wait at most; older ones are given up. */
const MOST_WAITING = 1000;

/** What a source's round found. */
export interface SourceChange {
  readonly sources: readonly string[];
  /** Folder of the dataset. */
  readonly out: string;
  readonly inputs: number;
  readonly rejects: number;
  /** Addresses that were asked for, and how many of them had not changed. */
  readonly asked: number;
  readonly unchanged: number;
  /** Of the queue, where the work was given to it; null: the dataset stands. */
  readonly batch: string | null;
}

const Waiting = z.strictObject({
  id: z.string(),
  body: z.string(),
  tries: z.int().min(0),
  /** Milliseconds since 1970 from which it is sent. */
  due: z.number(),
});
type Waiting = z.output<typeof Waiting>;

export interface WebhookEvents {
  delivered(id: string): void;
  /** A try failed; `last`: the message is given up. */
  failed(id: string, reason: string, last: boolean): void;
}

/**
 * Tells an address of what is new, at least once: a message is in the store before it is sent, and
 * stays there until the receiver has taken it or its tries are over.
 */
export class Webhook {
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    private readonly to: { readonly url: string; readonly key: Buffer },
    private readonly objects: ObjectStore,
    private readonly events: WebhookEvents,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps the message that a source has changed, to be delivered. */
  async tell(change: SourceChange): Promise<void> {
    const time = this.now();
    const id = `msg_${randomUUID()}`;
    const timestamp = new Date(time).toISOString();
    const body = JSON.stringify({ type: 'source.changed', timestamp, data: change });
    await this.put(`${FOLDER}${timestamp.replace(/\D/g, '')}-${id}.json`, {
      ...{ id, body, tries: 0, due: time },
    });
  }

  /** Sends all that is due, the oldest first, one after another. */
  deliver(signal: AbortSignal = new AbortController().signal): Promise<void> {
    this.delivering = this.delivering.catch(() => {}).then(() => this.deliverDue(signal));
    return this.delivering;
  }

  private async deliverDue(signal: AbortSignal): Promise<void> {
    const names: string[] = [];
    for await (const name of this.objects.list(FOLDER)) names.push(name);
    const tooMany = names.length - MOST_WAITING;
    for (const [index, name] of names.entries()) {
      if (signal.aborted) return;
      const message = await this.get(name);
      if (message === null) await this.objects.remove(name);
      else if (index < tooMany) await this.giveUp(name, message, 'too many messages wait');
      else if (message.due <= this.now()) await this.send(name, message, signal);
    }
  }

  private async send(name: string, message: Waiting, signal: AbortSignal): Promise<void> {
    const reason = await this.refusal(message, signal);
    if (signal.aborted) return;
    if (reason === null) {
      await this.objects.remove(name);
      this.events.delivered(message.id);
      return;
    }
    const pause = PAUSES[message.tries];
    // 410: the receiver asks for no more.
    if (pause === undefined || reason === '410') return this.giveUp(name, message, reason);
    const due = this.now() + pause * 1000;
    await this.put(name, { ...message, tries: message.tries + 1, due });
    this.events.failed(message.id, reason, false);
  }

  private async giveUp(name: string, { id }: Waiting, reason: string): Promise<void> {
    await this.objects.remove(name);
    this.events.failed(id, reason, true);
  }

  /** Sends a message once; null where it was taken, else why it was not. */
  private async refusal({ id, body }: Waiting, signal: AbortSignal): Promise<string | null> {
    const { url, key } = this.to;
    const seconds = Math.floor(this.now() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'gongwen',
      ...signedHeaders(key, { id, body, seconds }),
    };
    try {
      const response = await fetch(url, {
        ...{ method: 'POST', headers, body, redirect: 'manual' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
      });
      await response.body?.cancel();
      return response.ok ? null : String(response.status);
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string } };
      return cause?.code ?? message;
    }
  }

  private async put(name: string, message: Waiting): Promise<void> {
    await this.objects.put(name, `${JSON.stringify(message)}\n`);
  }

  private async get(name: string): Promise<Waiting | null> {
    const content = await this.objects.get(name);
    try {
      return Waiting.parse(JSON.parse(content?.toString('utf8') ?? 'null'));
    } catch {
      return null;
    }
  }
}
