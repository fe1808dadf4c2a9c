/** Read by Stryker in the copy of the project that `npm run mutation` makes. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  mutate: process.env.MUTATION_FILES.split(','),
  coverageAnalysis: 'perTest',
  // Patterns and tables that are made when a module is loaded are asked by every test.
  ignoreStatic: process.env.MUTATION_STATIC !== 'yes',
  concurrency: 1,
  timeoutMS: 20_000,
  disableTypeChecks: false,
  // Rewriting it asks for the JavaScript API of TypeScript, which TypeScript 7 does not have.
  tsconfigFile: 'none.json',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT },
  ignorePatterns: ['samples', 'output', 'dist', 'test/fixtures/rendered', 'docs', 'bench'],
  tempDirName: '.stryker',
  allowConsoleColors: false,
};
