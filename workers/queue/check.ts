import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Configuration } from '../configuration/schema.js';
import { pipelineFingerprint } from '../fingerprint.js';
import { StoreDownError } from '../object-store.js';
import { objectsAt } from '../open-objects.js';
import { producerConnection, redisAddress } from './connection.js';
import { type ServerFacts, serverFacts, tooOld, wrongPolicy } from './redis-server.js';

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string;
  readonly status: 'ok' | 'warning' | 'fault';
  /** What was found, and what to mend where something is wrong. */
  readonly says: string;
}

/** Looks at everything that work with the queue needs, one after another; changes nothing. */
export async function* checkAll(configuration: Configuration): AsyncGenerator<Finding> {
  yield* checkRedis(configuration);
  yield await checkStore(configuration.store);
  yield await checkDictionaries();
  yield await checkCharacterMaps();
}

async function* checkRedis({ redis: url }: Configuration): AsyncGenerator<Finding> {
  const address = redisAddress(url);
  let facts: ServerFacts;
  try {
    const redis = await producerConnection(url, { lost: () => {}, back: () => {} });
    try {
      facts = await serverFacts(redis);
    } finally {
      redis.disconnect();
    }
  } catch (error) {
    const says = `${(error as Error).message.replace(/\.$/, '')}. Start it, or give another --redis.`;
    yield { subject: 'redis', status: 'fault', says };
    return;
  }
  const { name, version, policy, appendOnly, full } = facts;
  const old = tooOld(facts);
  yield {
    subject: 'redis',
    status: old ? 'fault' : 'ok',
    says: old ?? `${name} ${version} at ${address}`,
  };
  const wrong = wrongPolicy(facts);
  yield {
    subject: 'redis memory',
    status: wrong || full ? 'fault' : 'ok',
    says: wrong
      ? `${wrong} Type: redis-cli config set maxmemory-policy noeviction, and put it into redis.conf.`
      : full
        ? 'It is full and takes no jobs. Raise maxmemory, or let workers finish what it holds.'
        : `maxmemory-policy is ${policy ?? 'not told'}`,
  };
  yield {
    subject: 'redis disk',
    status: appendOnly === false ? 'warning' : 'ok',
    says:
      appendOnly === false
        ? 'appendonly is no: jobs are lost when Redis is killed. Type: redis-cli config set appendonly yes, and put it into redis.conf.'
        : 'jobs are kept in the append-only file',
  };
}

async function checkStore(place: string): Promise<Finding> {
  const subject = 'store';
  const name = `check/${randomUUID()}`;
  try {
    const objects = objectsAt(place);
    await objects.open();
    const put = await objects.putIfAbsent(name, name);
    const again = await objects.putIfAbsent(name, '');
    const got = await objects.get(name);
    await objects.remove(name);
    if (put && !again && got?.toString() === name) return { subject, status: 'ok', says: place };
    const says = `${place} does not keep what it is given. Use a file system that all workers share.`;
    return { subject, status: 'fault', says };
  } catch (error) {
    if (error instanceof StoreDownError) return { subject, status: 'fault', says: error.message };
    const says = `${(error as Error).message}. Let this user write there, or give another --store.`;
    return { subject, status: 'fault', says };
  }
}

async function checkDictionaries(): Promise<Finding> {
  const subject = 'dictionaries';
  try {
    const { segmenter } = await import('../../pipeline/segment/index.js');
    const words = segmenter().tag('市发展改革委牵头推进营商环境建设');
    const fingerprint = pipelineFingerprint().slice(0, 12);
    return { subject, status: 'ok', says: `${words.length} words read; pipeline ${fingerprint}` };
  } catch (error) {
    const says = `nodejieba does not work: ${(error as Error).message}. Type: npm rebuild nodejieba`;
    return { subject, status: 'fault', says };
  }
}

/** pdf.js needs them for Chinese fonts that are not in the file. */
async function checkCharacterMaps(): Promise<Finding> {
  const subject = 'character maps';
  try {
    const library = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    const maps = await readdir(join(dirname(library), 'cmaps'));
    const chinese = maps.filter((name) => /^(?:GB|UniGB)/.test(name)).length;
    if (chinese > 0) return { subject, status: 'ok', says: `${chinese} for Chinese` };
  } catch {
    // Told below.
  }
  const says = 'pdfjs-dist lacks its cmaps folder; PDFs lose words. Type: npm ci';
  return { subject, status: 'warning', says };
}
