import type { Reject } from '../../schemas/index.js';

const CODES: ReadonlySet<string> = new Set(['needs_ocr_program', 'needs_libreoffice']);

/** Whether a reject says which program of this machine is missing: it may be there next time. */
export const needsProgram = ({ code }: Reject): boolean => CODES.has(code);
