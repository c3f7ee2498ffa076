/**
 * `npm run screenshots`: the pictures of the README, taken of the playground in a browser, so that they show what the bot says today.
 * Needs Chromium (CHROMIUM names another than Debian's).
 */
import { mkdirSync } from 'node:fs';
import { startPlayground } from '../src/playground/playground.js';
import { openBrowser } from '../test/playground/browser.js';

const SHOTS = [
  { file: 'verdict', ask: '/srm who patches the OS on RDS?' },
  { file: 'service', ask: '/srm s3' },
  { file: 'comparison', ask: '/srm compare ec2 rds lambda' },
];

mkdirSync('docs', { recursive: true });
const playground = await startPlayground({ knowledgeDir: 'knowledge', port: 0 });
const browser = await openBrowser();
const page = await browser.context.newPage();
await page.setViewportSize({ width: 900, height: 1600 });
await page.goto(playground.url);
const messages = page.getByRole('main').getByRole('article', { name: 'Message by srm' });
const box = page.getByRole('textbox', { name: 'Message', exact: true });
for (const { file, ask } of SHOTS) {
  const before = await messages.count();
  await box.fill(ask);
  await box.press('Enter');
  await messages.nth(before).waitFor();
  await messages.nth(before).screenshot({ path: `docs/${file}.png` });
  console.log(`docs/${file}.png`);
}
await page.getByRole('navigation').getByRole('button', { name: 'srm: Home' }).click();
await page.getByRole('main').getByRole('heading').first().waitFor();
await page.getByRole('main').screenshot({ path: 'docs/home.png' });
console.log('docs/home.png');
await browser[Symbol.asyncDispose]();
process.exit(0);
