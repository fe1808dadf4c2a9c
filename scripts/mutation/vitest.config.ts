import { defineConfig } from 'vitest/config';

/** The tests that hold a room, as `npm run mutation` names them. */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? 'test/rules/**/*.test.ts').split(','),
    testTimeout: 60_000,
  },
});
