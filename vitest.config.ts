import { defineConfig } from 'vitest/config';

// A zone with a half-hour offset: anything that leans on the local time zone shows at once.
process.env['TZ'] = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: process.env['TACIT_LONG'] ? ['test/**/*.long.ts'] : ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: process.env['TACIT_LONG'] ? 3_600_000 : 60_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
