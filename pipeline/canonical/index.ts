export { canonicalName, readCanonical } from './canonical-name.js';
export { withCanonicalNames } from './list.js';
