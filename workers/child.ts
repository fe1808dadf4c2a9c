/** Entry of a child process: reads, converts and stores one document after another. */
import type { ConvertResult } from '../pipeline/converted.js';
import { compileLater } from './compile-later.js';
import { inputReject } from './input-reject.js';
import type {
  ChildJob,
  ChildMessage,
  ChildSettings,
  ParentMessage,
  ToolsMessage,
} from './messages.js';
import { FolderObjects } from './object-store.js';
import { findOutsideTools } from './outside-tools/index.js';
import { needsProgram } from './outside-tools/needs-program.js';
import { killGroup, onRunningTools, runningTools } from './outside-tools/run-tool.js';
import { readInput } from './read-input.js';
import { sha256 as digestOf } from './sha256.js';
import { StageClock } from './stage-clock.js';
import { Store, storeKey } from './store.js';
import { watchThisProcess } from './watch-process.js';

/** A notice of one task; what it gives is thrown away. */
const WARM_UP = '关于做好工作的通知\n\n一、主要任务\n（一）做好服务工作。（责任单位：办公室）\n';

let settings: ChildSettings | undefined;

/** What cannot be laid to the input; the run cannot go on. */
class EnvironmentError extends Error {}

async function work({ uri, path, ...job }: ChildJob): Promise<ChildMessage> {
  if (settings === undefined) throw new Error('A job came before the settings');
  const { store: folder, fingerprint, converter, force, maxBytes } = settings;
  const asked = job.options ?? settings.options;
  const options = job.charset === undefined ? asked : { ...asked, charset: job.charset };
  const clock = new StageClock();
  const { bytes, sha256, reject: unread } = readInput({ uri, path, ...job }, maxBytes);
  if (bytes === undefined) return { type: 'rejected', reject: unread };
  send({ type: 'read', sha256, bytes: bytes.length });
  if (job.sha256 !== undefined && job.sha256 !== sha256) {
    const reject = inputReject(uri, 'input_changed', { sha256, stage: 'read' });
    return { type: 'rejected', reject };
  }
  const store = folder === null ? null : new Store(new FolderObjects(folder));
  const key = storeKey({ sha256, uri, fingerprint, options });
  const stored = (cached: boolean, given?: ConvertResult): ChildMessage => {
    const { timings, milliseconds } = clock;
    const result = { key, sha256, bytes: bytes.length, cached, milliseconds, timings };
    return { type: 'stored', result: { ...result, ...(given && { result: given }) } };
  };
  const cached = !force && (await store?.has(key)) === true;
  clock.ended('read');
  if (cached) return stored(true);
  const { convert } = (await import(converter)) as typeof import('../pipeline/convert.js');
  clock.ended('load');
  const tools = findOutsideTools(options);
  const onStage = (stage: string): void => clock.ended(stage);
  const environment = { tools, onStage, wholeDictionary: settings.wholeDictionary ?? false };
  const result = await convert({ uri, bytes, sha256 }, options, environment);
  clock.ended('convert');
  const missing = result.rejects.find(needsProgram);
  if (missing) return { type: 'rejected', reject: missing };
  if (store === null) return stored(false, result);
  try {
    await store.write(key, result);
  } catch (error) {
    throw new EnvironmentError(`Cannot write to the store ${folder}: ${(error as Error).message}`);
  }
  clock.ended('store');
  return stored(false);
}

function send(message: ChildMessage | ToolsMessage): void {
  process.send?.(message);
}

/**
 * Converts a few words, so that code and dictionaries are there when the first document comes. What
 * is wrong with them is told when a document asks for them.
 */
async function warmUp({ converter, options }: ChildSettings): Promise<void> {
  try {
    const { convert } = (await import(converter)) as typeof import('../pipeline/convert.js');
    const bytes = Buffer.from(WARM_UP);
    const input = { uri: 'warm-up.txt', bytes, sha256: digestOf(bytes) };
    await convert(input, options, { wholeDictionary: true });
  } catch {}
}

async function answer(job: ChildJob): Promise<void> {
  try {
    send(await work(job));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    send({ type: 'failed', message: error.message });
  }
}

process.on('message', (message: ParentMessage) => {
  if (message.type === 'settings') {
    settings = message.settings;
    if (settings.preload) void warmUp(settings);
  } else void answer(message.job);
});
// Ctrl-C reaches every process of the terminal; the parent decides what becomes of its children.
process.on('SIGINT', () => {});
process.on('disconnect', () => {
  for (const group of runningTools) if (group !== 0) killGroup(group);
  process.exit();
});
onRunningTools((groups) => send({ type: 'tools', groups }));
compileLater();
watchThisProcess(Number(process.argv[2]));
send({ type: 'ready' });
