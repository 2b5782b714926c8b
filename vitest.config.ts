import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/summary-reporter.ts';

// UTC+14: a date that leans on the zone of the machine is a day off here, also at night.
process.env.TZ = 'Pacific/Kiritimati';

const databaseSetup = './test/global-setup.ts';

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    teardownTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['rules/**/*.test.ts'],
          maxWorkers: 2,
          retry: 0,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'api',
          include: [
            'server/**/*.test.ts',
            'features/**/*.test.ts',
            'connections/**/*.test.ts',
            'scripts/**/*.test.ts',
            'web/**/*.test.ts',
            'test/*.test.ts',
            'test/api/*.test.ts',
          ],
          globalSetup: databaseSetup,
          maxWorkers: 2,
          retry: 0,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['test/journeys/**/*.e2e.ts', 'test/screens/**/*.e2e.ts'],
          globalSetup: databaseSetup,
          // After the others: a browser beside them makes both slow on two cores.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          retry: 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
