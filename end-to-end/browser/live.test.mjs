import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertAccessible, launch, visit } from './people.mjs';
import { root, startPolybot } from './stack.mjs';

const ANSWER = { timeout: 120_000 };
const screens = process.env.SCREENSHOTS ?? join(root, 'end-to-end/target/screens');
const desktop = { viewport: { width: 1280, height: 1400 } };

let polybot;
let browser;

before(async () => {
  await mkdir(screens, { recursive: true });
  polybot = await startPolybot({ DETECTOR_OFFLINE: 'true' });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await polybot?.stop();
});

const open = options => visit(browser, polybot.live, { ...desktop, ...options });
const screen = (page, name) => page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
const well = page => page.locator('#verdict').filter({ hasText: 'All is well' }).waitFor(ANSWER);
/** Texts in the graph that a person with ordinary sight cannot read on this screen. */
const tooSmall = page => page.evaluate(() => [...document.querySelectorAll('#graph text')]
  .map(text => ({ text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a }))
  .filter(({ size }) => size < 11));

/** Texts that stick out of the box that they belong to. */
const sticksOut = page => page.evaluate(() => [...document.querySelectorAll('#graph g')].flatMap(group => {
  const box = group.querySelector(':scope > rect')?.getBoundingClientRect();
  return box ? [...group.querySelectorAll(':scope > text')].filter(text => {
    const { left, right } = text.getBoundingClientRect();
    return left < box.left || right > box.right;
  }).map(text => text.textContent) : [];
}));

test('an idle system is well, and says what could be done', async () => {
  const { page, close } = await open();
  await well(page);
  await page.getByText('None yet. Send one in the chat').waitFor();
  await page.getByText('Nothing. Pictures that could not').waitFor();
  assert.equal(await page.locator('#processes li').count(), 3);
  assert.deepEqual(await tooSmall(page), []);
  assert.deepEqual(await sticksOut(page), []);
  await assertAccessible(page, 'the idle page');
  await screen(page, 'live-idle');
  await close();
});
