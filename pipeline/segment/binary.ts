import { createRequire } from 'node:module';

/** What allows the install script of nodejieba, with npm 12 and other tools that block it. */
export const ALLOW_NODEJIEBA =
  'npm approve-scripts nodejieba && npm rebuild nodejieba (pnpm: pnpm approve-builds; yarn: yarn rebuild nodejieba)';

/** Why no keywords are given, and what gives them. */
export const NO_KEYWORDS = `nodejieba has no binary, as its install script did not run: records have no keywords. To allow it: ${ALLOW_NODEJIEBA}`;

/** Whether words can be cut here: nodejieba's binary was made for this platform. Loads no dictionary. */
export function canCutWords(): boolean {
  try {
    createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
    return true;
  } catch {
    return false;
  }
}
