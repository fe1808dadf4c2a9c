import { PIPELINE_VERSION } from '../pipeline/version.js';

/** Version of this package. */
export const VERSION: string = PIPELINE_VERSION;
