import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

/** Debian's. Another one can be named with CHROMIUM. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the tests in a browser cannot run here; undefined if they can. */
export const missing = existsSync(CHROMIUM) ? undefined : `skipped: there is no ${CHROMIUM} (apt-get install chromium, or set CHROMIUM)`;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with nothing remembered, which ends with the `using` block. */
export async function openBrowser(): Promise<{ context: BrowserContext; [Symbol.asyncDispose](): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'srm-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: QUIET,
    viewport: { width: 1280, height: 900 },
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
