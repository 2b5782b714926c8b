import { defineConfig } from 'vitest/config';

/** For `npm run mutatie`: the tests of the rules alone, without a database. */
export default defineConfig({
  test: {
    include: ['rules/**/*.test.ts'],
    testTimeout: 20_000,
    setupFiles: ['vitest.mutatie.setup.ts'],
  },
});
