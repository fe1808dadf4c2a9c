import { defineConfig } from 'vitest/config';

/** Long tests under load, against the built program: `npm run test:load`. */
export default defineConfig({
  test: {
    include: ['test/**/*.load.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
    reporters: ['verbose', './test/reporter.ts'],
  },
});
