import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertAccessible, launch, visit } from './people.mjs';
import { bytesOf } from './pictures.mjs';
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
const screen = (page, name, fullPage = true) => page.screenshot({ path: join(screens, `${name}.png`), fullPage });
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

test('under load it shows what waits, and each picture opens its trace by the keyboard alone', async () => {
  const { page, close } = await open();
  await well(page);
  const samples = ['astronaut', 'breakfast', 'chelsea', 'coffee', 'twins', 'wall'];
  const answers = Array.from({ length: 60 }, (_, number) => ask(`${samples[number % samples.length]}.jpg`));
  await page.locator('#figures').filter({ hasText: /the oldest for/ }).filter({ hasText: /95 % within/ }).waitFor(ANSWER);
  await page.locator('#pictures li').filter({ hasText: /found/ }).nth(5).waitFor(ANSWER);
  assert.deepEqual(await tooSmall(page), []);
  assert.deepEqual(await sticksOut(page), []);
  await screen(page, 'live-load');
  await Promise.all(answers);
  await page.locator('#pictures li').first().filter({ hasText: /found/ }).waitFor(ANSWER);
  // The element itself: a later picture may have come before it by the end.
  const picture = await page.locator('#pictures button').first().elementHandle();
  await picture.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'The way of this picture' });
  await sheet.getByText('inference').first().waitFor();
  await assertAccessible(page, 'a trace');
  await screen(page, 'live-trace', false);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  assert.equal(await picture.evaluate(button => button === document.activeElement), true, 'the focus is back');
  await close();
});

test('a killed detector is told of within ten seconds, and that it is well again', async () => {
  const { page, close } = await open();
  await well(page);
  await page.locator('#processes li[data-key="detector"]').getByRole('button', { name: 'Kill' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#verdict').filter({ hasText: /detector/ }).waitFor({ timeout: 10_000 });
  assert.match(await page.locator('#processes li[data-key="detector"] dd').first().innerText(), /^\d+ %$/, 'no processor time is given back');
  await assertAccessible(page, 'the page with a killed detector');
  await page.evaluate(() => scrollTo(0, 0));
  await screen(page, 'live-killed', false);
  await well(page);
  await close();
});

test('a message that no try could settle is tried again, and dropped', async () => {
  const { page, close } = await open();
  await well(page);
  await putIntoIdentify('this is no job');
  const letter = page.locator('#faults li').filter({ hasText: 'this is no job' });
  await letter.waitFor(ANSWER);
  await assertAccessible(page, 'the page with a dead letter');
  await letter.scrollIntoViewIfNeeded();
  await screen(page, 'live-dead-letter', false);
  await letter.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('It is tried again from the beginning.').waitFor();
  await screen(page, 'live-retried', false);
  await letter.waitFor({ state: 'hidden' });
  await letter.waitFor(ANSWER);
  await letter.getByRole('button', { name: 'Drop' }).click();
  await page.getByText('Nothing. Pictures that could not').waitFor(ANSWER);
  await well(page);
  await close();
});

test('it fits a phone, in the dark', async () => {
  const { page, close } = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await well(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wider <= 0, `${wider} pixels too wide`);
  assert.deepEqual(await tooSmall(page), []);
  assert.deepEqual(await sticksOut(page), []);
  await assertAccessible(page, 'the page on a phone');
  await screen(page, 'live-phone');
  await close();
});

async function ask(name) {
  const form = new FormData();
  form.append('file', new Blob([bytesOf(name)], { type: 'image/jpeg' }), name);
  const answer = await fetch(new URL('api/v1/predictions', polybot.pictures), { method: 'POST', headers: { prefer: 'wait=120' }, body: form });
  assert.ok(answer.ok, await answer.text());
}

/** As load testers do, past the bot. */
async function putIntoIdentify(body) {
  const text = await readFile(join(polybot.data, 'data/aws/environment.properties'), 'utf8');
  const setting = Object.fromEntries(text.split('\n').filter(line => line.includes('=')).map(line => line.replaceAll('\\', '').split(/=(.*)/)));
  const answer = await fetch(setting.AWS_ENDPOINT_URL_SQS, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
    body: JSON.stringify({ QueueUrl: `${setting.AWS_ENDPOINT_URL_SQS}/000000000000/${setting.SQS_QUEUE_IDENTIFY}`, MessageBody: body }),
  });
  assert.equal(answer.status, 200, await answer.text());
}
