import { Worker } from 'node:worker_threads';
import { runningTools } from './outside-tools/run-tool.js';

/**
 * MiB that a process may hold beside its JavaScript heap: the dictionary of words (270), the bytes of
 * the document, what libraries unpack outside the heap.
 */
const BESIDE_THE_HEAP = 424;

/** What a process says before it ends for its memory; the parent looks for it. */
const LAST_WORDS = 'process out of memory';

/** Works while the process itself is busy: a thread of its own looks ten times a second. */
const WATCH = `
  const { writeSync } = require('node:fs');
  const { parent, tools, most, says } = require('node:worker_threads').workerData;
  const kill = (pid) => { try { process.kill(pid, 'SIGKILL'); } catch {} };
  const end = () => {
    for (const group of tools) if (group !== 0) kill(-group);
    kill(process.pid);
  };
  // Without /proc the system does not tell: then V8's own limit holds alone.
  const held = () => { try { return process.memoryUsage.rss(); } catch { return 0; } };
  setInterval(() => {
    if (process.ppid !== parent) end();
    if (held() <= most) return;
    try { writeSync(2, says + '\\n'); } catch {}
    end();
  }, 100);
`;

/**
 * Ends this process, and the programs that it has started, when its parent is gone, and when it holds
 * more memory than its heap may and code needs beside it: V8's own limit knows nothing of buffers.
 * @param maxMemory MiB of its JavaScript heap
 */
export function watchThisProcess(maxMemory: number): void {
  const most = (maxMemory + BESIDE_THE_HEAP) * 2 ** 20;
  // The parent may be gone by the time that the thread has started.
  const workerData = { parent: process.ppid, tools: runningTools, most, says: LAST_WORDS };
  new Worker(WATCH, { eval: true, execArgv: [], workerData }).unref();
}

/**
 * Lets the parent alone decide when this process ends: it ends with the channel to it, hears no Ctrl-C,
 * which reaches every process of a terminal, and is watched as above.
 * @param maxMemory MiB of its JavaScript heap
 */
export function endWithParent(maxMemory: number): void {
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  watchThisProcess(maxMemory);
}
