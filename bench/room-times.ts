import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A function that was seen at work, with what it called. */
type ProfileNode = Profiler.ProfileNode;

const ROOM = /\/(?:pipeline\/(\w+)|(schemas))\//;
const SAMPLE_MICROSECONDS = 200;

/**
 * Milliseconds that each room of the pipeline takes in a piece of work, by sampling: what a room
 * calls in libraries and in the engine counts as its own.
 */
export async function roomTimes(work: () => void | Promise<void>): Promise<Record<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const rooms = roomOfNodes(profile.nodes);
  const times: Record<string, number> = {};
  profile.samples?.forEach((id, index) => {
    const room = rooms.get(id);
    if (room) times[room] = (times[room] ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000;
  });
  return times;
}

/** The room of each node: its own file's, else that of what called it. */
function roomOfNodes(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const rooms = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sources = new Sources();
  const visit = (node: ProfileNode, above: string | undefined): void => {
    const [, pipeline, schemas] = ROOM.exec(sources.of(node.callFrame)) ?? [];
    const room = pipeline ?? schemas ?? above;
    if (room !== undefined) rooms.set(node.id, room);
    for (const child of node.children ?? []) visit(byId.get(child)!, room);
  };
  if (nodes[0]) visit(nodes[0], undefined);
  return rooms;
}

/** The files that the functions of bundles were written in. */
class Sources {
  private readonly maps = new Map<string, SourceMap | null>();

  of({ url, lineNumber, columnNumber }: ProfileNode['callFrame']): string {
    const entry = this.mapOf(url)?.findEntry(lineNumber, columnNumber);
    return entry && 'originalSource' in entry ? entry.originalSource : url;
  }

  private mapOf(url: string): SourceMap | null {
    if (!url.includes('/dist/program/')) return null;
    let map = this.maps.get(url);
    if (map === undefined) {
      map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
      this.maps.set(url, map);
    }
    return map;
  }
}
