export * from './at.js';
export * from './correction.js';
export * from './document.js';
export * from './reject.js';
export * from './target.js';
export * from './task.js';
export * from './token.js';
export * from './unit-record.js';
