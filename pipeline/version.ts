/** Version of the pipeline; the same as the package's. It is part of every store key. */
export const PIPELINE_VERSION = '0.1.0';
