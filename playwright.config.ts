import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests run against a portal that is already started: `npm test`
 * starts one and says where it is. By hand, after `npm start`:
 * `O8_CHROMIUM=$(which chromium) yarn e2e`.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results/playwright',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  reporter: process.env.CI ? 'json' : 'list',
  use: {
    baseURL: process.env.O8_E2E_URL ?? 'http://localhost:7007',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 1000 },
    launchOptions: {
      executablePath: process.env.O8_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
