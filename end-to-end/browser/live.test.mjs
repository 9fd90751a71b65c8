import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertAccessible, launch, visit } from './people.mjs';
import { bytesOf } from './pictures.mjs';
import { root, startPolybot } from './stack.mjs';

const SEEN = { timeout: 10_000 };
const ANSWER = { timeout: 120_000 };
const screens = process.env.SCREENSHOTS ?? join(root, 'end-to-end/target/screens');
const desktop = { viewport: { width: 1280, height: 1400 } };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

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
const verdict = (page, words, patience = SEEN) => page.locator('#verdict').filter({ hasText: words }).waitFor(patience);
const card = (page, name) => page.locator('#processes li').filter({ has: page.getByRole('heading', { name, exact: true }) });
const queue = (page, name) => page.locator('#queues li').filter({ hasText: name });

async function assertFits(page, state) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${state} is ${overflow} px wider than the screen`);
}

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

/** A few at a time: who sends more at once than the machine takes is told to send less. */
async function upload(...names) {
  for (let start = 0; start < names.length; start += 8) {
    await Promise.all(names.slice(start, start + 8).map(async name => {
      const form = new FormData();
      form.append('file', new Blob([bytesOf(name)], { type: 'image/jpeg' }), name);
      const answer = await fetch(`${polybot.pictures}api/v1/predictions`, { method: 'POST', body: form });
      assert.equal(answer.status, 202, await answer.text());
    }));
  }
}

async function sendInTheChat() {
  const { page, close } = await visit(browser, polybot.address);
  await page.setInputFiles('#picker', join(root, 'docs/samples/wall.jpg'));
  await page.click('#send');
  await page.locator('#messages').getByText(/^I found/).first().waitFor(ANSWER);
  await close();
}

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

test('a picture is seen with its trace, which explains where its time went', async () => {
  const { page, close } = await open();
  await sendInTheChat();
  await page.waitForFunction(() => fetch('api/state').then(answer => answer.json()).then(({ pictures }) => pictures[0]?.answered), null, ANSWER);
  await page.getByRole('button', { name: /^Trace of a picture: .* found$/ }).first().click(ANSWER);
  await page.getByRole('heading', { name: 'The way of this picture' }).waitFor();
  const names = (await page.locator('.waterfall .what').allTextContents()).join('\n');
  for (const step of ['telegram update', 'send identify', 'wait identify', 'process identify', 'inference', 'process results', 'process outbox', 'telegram sendphoto']) {
    assert.ok(names.includes(step), `${step} is missing in\n${names}`);
  }
  await page.getByText(/waiting in queues \d+/).waitFor();
  await assertAccessible(page, 'a trace');
  await screen(page, 'live-trace');

  await page.getByRole('button', { name: 'Lines of detector about it' }).click();
  await page.locator('.log').filter({ hasText: 'SUCCEEDED' }).waitFor(SEEN);
  await assertAccessible(page, 'lines about a picture');
  await page.keyboard.press('Escape');
  await page.locator('#sheet').waitFor({ state: 'hidden' });
  await close();
});

test('under load it shows what waits, how old the oldest is, and lets detectors be added and taken away', async () => {
  const { page, close } = await open();
  await well(page);
  await page.getByRole('button', { name: 'Add a detector' }).click();
  await card(page, 'detector-2').filter({ hasText: 'ready' }).waitFor(ANSWER);
  const all = ['wall.jpg', 'twins.jpg', 'breakfast.jpg', 'coffee.jpg', 'astronaut.jpg', 'chelsea.jpg'];
  await upload(...Array.from({ length: 150 }, (_, i) => all[i % all.length]));
  await page.locator('.pill.loaded').filter({ hasText: 'identify' }).waitFor(SEEN);
  await page.locator('.pill .more').filter({ hasText: /oldest for \d+/ }).first().waitFor(ANSWER);
  await page.locator('.plot .answer').first().waitFor(ANSWER);
  assert.deepEqual(await sticksOut(page), []);
  await screen(page, 'live-load');
  await assertAccessible(page, 'the page under load');

  await card(page, 'detector-2').getByRole('button', { name: 'Take away' }).click();
  await card(page, 'detector-2').waitFor({ ...ANSWER, state: 'detached' });
  await page.waitForFunction(() => [...document.querySelectorAll('.pill .load')].every(text => !/[1-9]\d* waiting/.test(text.textContent)), null, ANSWER);
  await close();
});

test('a killed detector is seen, starts again, and what it had in hand is answered', async () => {
  const { page, close } = await open({ colorScheme: 'dark' });
  await well(page);
  await upload('wall.jpg', 'twins.jpg', 'coffee.jpg');
  await card(page, 'detector').getByRole('button', { name: 'Kill' }).click();
  await page.getByText('detector is killed. What it had in hand').waitFor();
  await page.locator('#verdict.bad, #verdict.warn').filter({ hasText: 'detector' }).waitFor(SEEN);
  await screen(page, 'live-killed');
  await assertAccessible(page, 'a detector killed, in the dark');
  await well(page);
  await page.waitForFunction(() => !document.querySelector('.under-way'), null, ANSWER);
  await close();
});

test('a paused queue holds what comes, a detector that is added holds with it, and all goes on', async () => {
  const { page, close } = await open();
  await well(page);
  await queue(page, 'identify').getByRole('button', { name: 'Pause' }).click();
  await verdict(page, /identify is paus/);
  await page.getByRole('button', { name: 'Add a detector' }).click();
  await card(page, 'detector-2').filter({ hasText: 'paused' }).waitFor(ANSWER);
  await verdict(page, 'identify is paused', ANSWER);
  await upload('wall.jpg', 'coffee.jpg');
  await queue(page, 'identify').filter({ hasText: 'paused, 2 waiting, 0 in work' }).waitFor(ANSWER);
  await screen(page, 'live-paused');
  await assertAccessible(page, 'a paused queue');

  await queue(page, 'identify').getByRole('button', { name: 'Continue' }).click();
  await well(page);
  await queue(page, 'identify').filter({ hasText: '0 waiting, 0 in work' }).waitFor(ANSWER);
  await card(page, 'detector-2').getByRole('button', { name: 'Take away' }).click();
  await card(page, 'detector-2').waitFor({ ...ANSWER, state: 'detached' });
  await close();
});

test('by keyboard alone, and the focus stays where it is while the page moves', async () => {
  const { page, close } = await open();
  await well(page);
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  const tabTo = async wanted => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    assert.fail(`Tab never comes to ${wanted}`);
  };
  await tabTo(/^Logs$/);
  await upload('twins.jpg');
  await page.waitForFunction(() => !document.querySelector('.under-way'), null, ANSWER);
  assert.equal(await focused(), 'Logs', 'the focus has gone');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What detector says' }).waitFor();
  await page.getByLabel('Lines with').fill('SUCCEEDED');
  await page.waitForFunction(() => document.querySelector('.log').textContent.split('\n').every(line => line.includes('SUCCEEDED')), null, SEEN);
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'Logs');
  await close();
});

test('on a phone everything can be read, nothing sticks out', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await open({ ...phone, colorScheme });
    await well(page);
    await assertFits(page, 'the page');
    assert.deepEqual(await tooSmall(page), []);
    assert.deepEqual(await sticksOut(page), []);
    await assertAccessible(page, `the page on a phone, ${colorScheme}`);
    await screen(page, `live-phone-${colorScheme}`);
    await page.locator('#pictures button').first().tap();
    await page.getByRole('heading', { name: 'The way of this picture' }).waitFor();
    await assertFits(page, 'a trace');
    await assertAccessible(page, 'a trace on a phone');
    await page.screenshot({ path: join(screens, `live-phone-trace-${colorScheme}.png`) });
    await close();
  }
});

test('a system that has ended is said to have, and the page goes on when it is back', async () => {
  const { page, close } = await open({ expected: /ERR_|503/ });
  await well(page);
  await page.route('**/api/**', route => route.abort('connectionrefused'));
  await verdict(page, 'Polybot has ended');
  await assertAccessible(page, 'a system that has ended');
  await screen(page, 'live-ended');
  await page.unroute('**/api/**');
  await page.route('**/api/**', route => route.fulfill({ status: 503, json: { description: 'The system is still starting' } }));
  await verdict(page, 'Polybot is starting');
  await page.unroute('**/api/**');
  await well(page);
  await close();
});
