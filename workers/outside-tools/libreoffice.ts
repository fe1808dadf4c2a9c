import { accessSync, constants } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { holdsWorkbook, oldFormatOf } from '../../pipeline/read/old-office/container.js';
import type { OutsideTools } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';
import { runTool } from './run-tool.js';
import { makeToolFolder } from './tool-folders.js';

const COMMANDS = ['soffice', 'libreoffice', 'soffice.exe'];
/** Where LibreOffice stands without being on the search path. */
const USUAL_PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  '/opt/libreoffice/program/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
/** A long document takes some ten seconds; LibreOffice itself two to start. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Path of the command that starts LibreOffice on this machine; null where there is none. */
export function findLibreOffice(searchPath = process.env.PATH ?? ''): string | null {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const found = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...found, ...USUAL_PLACES].find(isExecutable) ?? null;
}

/**
 * Turns old office files into DOCX or XLSX with LibreOffice. Each file is converted in a temporary
 * folder and with a profile of its own, so that several may run at once; all is removed afterwards.
 * @param command what `findLibreOffice` gives
 */
export function libreOffice(
  command: string,
  timeout = TIMEOUT_MILLISECONDS,
): NonNullable<OutsideTools['modernise']> {
  return async (bytes) => {
    const folder = await makeToolFolder();
    try {
      const { from, to } = formatsOf(bytes);
      const input = join(folder, `input.${from}`);
      await writeFile(input, bytes);
      await run(
        command,
        folder,
        ['--convert-to', to, '--outdir', join(folder, 'out'), input],
        timeout,
      );
      return await readFile(join(folder, 'out', `input.${to}`)).catch(() => {
        throw failed('it made no file');
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

function formatsOf(bytes: Uint8Array): { from: string; to: string } {
  if (oldFormatOf(bytes) === 'rtf') return { from: 'rtf', to: 'docx' };
  return holdsWorkbook(bytes) ? { from: 'xls', to: 'xlsx' } : { from: 'doc', to: 'docx' };
}

async function run(
  command: string,
  folder: string,
  args: readonly string[],
  timeout: number,
): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const quiet = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck'];
  const { failure } = await runTool(
    command,
    [`-env:UserInstallation=${profile}`, ...quiet, ...args],
    { timeout, env: { HOME: folder, TMPDIR: folder } },
  );
  if (failure !== null) throw failed(failure);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function failed(reason: string): ReadError {
  return new ReadError(
    'damaged',
    `LibreOffice could not turn this old office file into a new one: ${reason}. Save it as DOCX or XLSX.`,
  );
}
