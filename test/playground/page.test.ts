import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missing, openBrowser } from './browser.js';
import { PlaygroundProcess } from './playground-process.js';

if (missing) console.warn(`The playground in a browser: ${missing}`);

describe.skipIf(missing)(`the playground in a browser${missing ? ` (${missing})` : ''}`, { timeout: 30_000 }, () => {
  let playground: PlaygroundProcess;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [playground, browser] = await Promise.all([PlaygroundProcess.start(), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await playground?.[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(playground.url);
    await page.getByRole('log').waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const type = async (text: string, box = page.getByRole('textbox', { name: 'Message', exact: true })) => {
    await box.fill(text);
    await box.press('Enter');
  };
  const messages = (place = page.getByRole('main')) => place.getByRole('article', { name: 'Message by srm' });
  const thread = () => page.getByRole('region', { name: 'Thread' });
  const go = (name: string) => page.getByRole('navigation').getByRole('button', { name }).click();
  /** Waits until it holds more than before. */
  const another = async (list: Locator, act: () => Promise<void>) => {
    const before = await list.count();
    await act();
    await list.nth(before).waitFor();
    return list.nth(before);
  };

  test('/srm is answered to the asker alone, and its buttons lead on and back', async () => {
    const answer = await another(messages(), () => type('/srm s3'));
    await answer.getByText('Only visible to you').waitFor();
    await answer.getByRole('heading', { name: /S3/ }).waitFor();
    await type('/srm help');
    await messages().last().getByRole('button').first().waitFor();
  });

  test('a mention is answered in a thread, where the conversation goes on', async () => {
    await type('@srm s3');
    await messages(thread()).getByText('S3').first().waitFor();
    await type('@srm and rds?', page.getByRole('textbox', { name: 'Reply in the thread' }));
    await messages(thread()).nth(1).getByText('RDS').first().waitFor();
    await type('/srm s3', page.getByRole('textbox', { name: 'Reply in the thread' }));
    await page.getByText('/srm is not supported in threads').waitFor();
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await thread().waitFor({ state: 'detached' });
  });

  test('a message that does not mention the bot is not heard, and the page says so', async () => {
    await type('hello there');
    await page.getByText('The bot did not hear this').waitFor();
  });

  test('a direct message is answered in its thread', async () => {
    await go('srm: Messages');
    await type('who patches the os on rds?');
    await messages(thread()).getByText('RDS').first().waitFor();
  });

  test('a name that is not clear brings choices, and a choice its answer', async () => {
    const answer = await another(messages(), () => type('/srm s3 bucket foo bar baz qux'));
    const choice = answer.getByRole('button', { name: /S3/ });
    await choice.click();
    await answer.getByRole('heading', { name: /S3/ }).waitFor();
  });

  test('an answer can be shared, dismissed, and voted on', async () => {
    const answer = await another(messages(), () => type('/srm rds'));
    await another(messages(), () => answer.getByRole('button', { name: 'This answer helped' }).click());
    const before = await messages().count();
    await answer.getByRole('button', { name: 'Remove this answer' }).click();
    await expect.poll(() => messages().count(), { timeout: 5000 }).toBe(before - 1);
    // Last, because the private answer goes while the shared one comes.
    const shared = await another(messages(), () => type('/srm ec2'));
    await shared.getByRole('button', { name: 'Post this answer for everyone here' }).click();
    await page.getByText('Shared by').first().waitFor();
  });

  test('the modal of the shortcut completes names by keyboard, answers, and closes on Escape', async () => {
    await page.getByRole('button', { name: /Look up/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill('ama');
    await dialog.getByRole('option').first().waitFor();
    await dialog.getByRole('combobox').first().press('ArrowDown');
    await dialog.getByRole('combobox').first().press('Enter');
    await dialog.getByRole('heading').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('the answer of the modal can be sent to the channel', async () => {
    await page.getByRole('button', { name: /Look up/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill('s3');
    await dialog.getByRole('option', { name: /S3/ }).first().click();
    await another(messages(), () => dialog.getByRole('button', { name: 'Send to channel' }).click());
    await dialog.waitFor({ state: 'detached' });
  });

  test('the Home tab is drawn, and a question there opens its answer', async () => {
    await go('srm: Home');
    await page.getByRole('region', { name: 'Home' }).getByRole('heading').nth(1).waitFor();
    const question = page.getByRole('textbox', { name: 'Your question' });
    await question.fill('s3');
    await question.press('Enter');
    await page.getByRole('dialog').getByText('S3').first().waitFor();
    await page.getByRole('button', { name: 'Close the modal' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the JSON of a message can be read, and copied for Block Kit Builder', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const answer = await another(messages(), () => type('/srm s3'));
    await answer.getByRole('button', { name: 'JSON' }).click();
    await answer.getByText('"type": "section"').first().waitFor();
    await answer.getByRole('button', { name: 'Copy for Block Kit Builder' }).click();
    await answer.getByText('Copied').waitFor();
    const copied: unknown = JSON.parse(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toMatchObject({ blocks: expect.arrayContaining([expect.objectContaining({ type: 'section' })]) });
  });

  test('a saved file changes the answers; a mistake in it is shown, and the last good knowledge answers', async () => {
    await playground.edit('services/s3.yml', (text) => text.replace(/^name: .*/m, 'name: Amazon Edited Storage'));
    await expect
      .poll(
        async () => {
          await type('/srm s3');
          return messages().last().getByRole('heading').first().textContent();
        },
        { timeout: 10_000, interval: 400 },
      )
      .toContain('Amazon Edited Storage');
    await playground.edit('services/s3.yml', (text) => `${text}\nmodle: abstract\n`);
    await page.getByRole('alert').getByText('unknown field "modle"').waitFor();
    const answer = await another(messages(), () => type('/srm s3'));
    await answer.getByRole('heading', { name: 'Amazon Edited Storage' }).waitFor();
    await playground.edit('services/s3.yml', (text) => text.replace(/^modle.*\n/m, ''));
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('dark and light, and a narrow screen without scrolling sideways', async () => {
    const theme = () => page.evaluate('document.documentElement.dataset.theme');
    const before = await theme();
    await page.getByRole('button', { name: /Dark|Light/ }).click();
    expect(await theme()).not.toBe(before);
    await page.setViewportSize({ width: 360, height: 740 });
    await type('@srm s3');
    await messages(thread()).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});
