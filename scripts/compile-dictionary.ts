import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDictionary, jiebaFile } from '../pipeline/segment/compile.js';
import { dictionaryBytes } from '../pipeline/segment/dictionary-file.js';

/** Puts the dictionary of words, with its licence, beside the compiled segmenter, which reads it as it lies. */
const file = fileURLToPath(new URL('../dist/pipeline/segment/dictionary.bin', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, dictionaryBytes(compileDictionary()));
copyFileSync(jiebaFile('LICENSE'), file.replace(/bin$/, 'LICENSE'));
