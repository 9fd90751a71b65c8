import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { assertAccessible, launch, visit } from './people.mjs';
import { bytesOf, expectedIn, file, plain, sample, turned } from './pictures.mjs';
import { root, startPolybot } from './stack.mjs';

const ANSWER = { timeout: 120_000 };
const screens = process.env.SCREENSHOTS ?? join(root, 'end-to-end/target/screens');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const predictions = '**/api/v1/predictions?*';

let polybot;
let browser;
let folder;

before(async () => {
  await mkdir(screens, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'polybot-page-'));
  polybot = process.env.PAGE ? { pictures: process.env.PAGE } : await startPolybot({ DETECTOR_OFFLINE: 'true' });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await polybot?.stop?.();
  await rm(folder, { recursive: true, force: true });
});

const open = (options, hash = '') => visit(browser, polybot.pictures + hash, options);
const screen = (page, name, options) => page.screenshot({ path: join(screens, `${name}.png`), ...options });
const send = (page, ...files) => page.setInputFiles('#picker', files);
const firstBox = page => page.locator('.box:not([hidden])').first().waitFor(ANSWER);
const rows = page => page.locator('#picture-list li');
const inState = (page, state) => page.locator(`#picture-list li[data-state=${state}]`);
const until = async (page, state, count) => inState(page, state).nth(count - 1).waitFor({ ...ANSWER, state: 'attached' });

async function assertFits(page, state) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${state} is ${overflow} px wider than the screen`);
}

test('a sample is one click away, and what is in it is found', async () => {
  const { page, close } = await open();
  await page.getByRole('heading', { name: 'What is in your picture?' }).waitFor();
  await page.locator('#samples img').last().evaluate(image => image.decode());
  await screen(page, 'page-empty');
  await assertAccessible(page, 'the empty page');

  await page.getByRole('button', { name: 'Try wall' }).click();
  await firstBox(page);

  const found = await page.locator('#found li:not([hidden]) .name').allTextContents();
  assert.deepEqual([...found].sort(), Object.keys(expectedIn('wall.jpg')).sort());
  assert.match(await page.locator('#model').textContent(), /^Model: \S+/);
  await assertAccessible(page, 'a picture that was looked at');
  await screen(page, 'page');
  await close();
});

test('what is chosen before the page knows its settings is looked at all the same', async () => {
  const { page, close } = await open({
    prepare: async page => {
      let release;
      const chosen = new Promise(resolve => { release = resolve; });
      page.release = release;
      await page.route('**/page/settings.json', async route => {
        await chosen;
        await route.continue();
      });
    },
  });
  await send(page, sample('wall.jpg'));
  page.release();
  await until(page, 'done', 1);
  await close();
});

test('boxes lie where the server says, also on a picture that a phone took upright', async () => {
  const { page, close } = await open();
  const answers = [];
  page.on('response', async response => /\/predictions\/[^/]+$/.test(response.url()) && answers.push(await response.json().catch(() => null)));
  await send(page, file('upright.jpg', turned(bytesOf('wall.jpg'), 6)));
  await firstBox(page);

  const shape = await page.locator('#picture').evaluate(image => image.decode().then(() => [image.clientWidth, image.clientHeight]));
  assert.ok(shape[1] > shape[0], `it is shown upright: ${shape}`);
  const prediction = await page.evaluate(id => fetch(`/api/v1/predictions/${id}`).then(response => response.json()), await page.evaluate(() => location.hash.slice(1)));
  assert.ok(prediction.picture.height > prediction.picture.width, 'the server looked at it upright');
  const { box } = prediction.labels[0];
  const drawn = await page.locator('.box').first().evaluate(node => {
    const frame = document.getElementById('picture').getBoundingClientRect();
    const { left, top, width, height } = node.getBoundingClientRect();
    return [(left - frame.left) / frame.width, (top - frame.top) / frame.height, width / frame.width, height / frame.height];
  });
  const told = [box.x / prediction.picture.width, box.y / prediction.picture.height, box.width / prediction.picture.width, box.height / prediction.picture.height];
  drawn.forEach((value, index) => assert.ok(Math.abs(value - told[index]) < 0.01, `${drawn} is not ${told}`));
  await close();
});

test('certainty and classes are chosen without another request', async () => {
  const { page, close } = await open();
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  const requests = [];
  page.on('request', request => requests.push(request.url()));
  const shown = () => page.locator('.box:not([hidden])').count();
  const usual = await shown();

  await page.locator('#threshold').fill('10');
  const all = await shown();
  await page.locator('#threshold').fill('95');
  const few = await shown();
  await page.locator('#threshold').fill('37');
  assert.ok(all >= usual && few < usual, `${all}, ${usual}, ${few}`);

  const chip = page.locator('.chip').nth(1);
  const [, name, count] = (await chip.textContent()).match(/^(.*?)(\d+)$/);
  await chip.click();
  assert.equal(await shown(), Number(count), `only each ${name}`);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  assert.equal(await shown(), usual);
  await page.locator('#threshold').evaluate(slider => {
    slider.max = slider.value = 100;
    slider.dispatchEvent(new Event('input'));
  });
  assert.equal(await page.textContent('#findings-title'), 'Nothing this certain');
  assert.match(await page.textContent('#hidden-count'), /^\d+ things less certain than this$/);
  await page.locator('#picture-list .status').filter({ hasText: 'Nothing this certain' }).waitFor({ state: 'attached' });
  assert.deepEqual(requests, []);
  await close();
});

test('pointing at one shows which one it is, in the picture and beside it', async () => {
  const { page, close } = await open({ colorScheme: 'dark' });
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  await page.locator('#found button').nth(1).hover();
  assert.equal(await page.locator('.box.marked').count(), 1);
  const label = await page.locator('.box.marked').getAttribute('aria-label');
  assert.ok(label.startsWith(await page.locator('#found button .name').nth(1).textContent()), label);
  await screen(page, 'page-dark-pointing');

  await page.mouse.move(5, 5);
  assert.equal(await page.locator('.box.marked').count(), 0);
  await page.locator('.box').nth(2).click();
  await page.mouse.move(5, 5);
  assert.equal(await page.locator('#found li.marked').count(), 1, 'a click holds it');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.marked').count(), 0, 'Escape lets it go');
  await assertAccessible(page, 'the dark page');
  await close();
});

test('by keyboard alone, and told to those who listen', async () => {
  const { page, close } = await open();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim());
  const tabTo = async wanted => {
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) {
        return;
      }
    }
    assert.fail(`Tab never comes to ${wanted}`);
  };
  await tabTo(/^Choose pictures$/);
  await tabTo(/^Try coffee$/);
  await page.keyboard.press('Enter');
  await firstBox(page);
  await page.locator('#live').filter({ hasText: /^coffee\.jpg: \d+ things: / }).waitFor({ ...ANSWER, state: 'attached' });

  await tabTo(/certain$/);
  const first = await focused();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await focused(), first);
  assert.match(await focused(), /, \d+ % certain$/);
  await page.keyboard.press('End');
  const last = await focused();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), first, `after ${last} comes the first`);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid', 'what has the focus can be seen');

  await tabTo(/^Copy link$/);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'Copy as');
  await close();
});

test('two hundred at once: all are looked at, and the page stays usable', async () => {
  const { page, close } = await open();
  const jpeg = bytesOf('twins.jpg');
  await send(page, ...Array.from({ length: 200 }, (_, index) => file(`photo ${index + 1}.jpg`, jpeg)));
  await page.locator('#tally').filter({ hasText: 'of 200' }).waitFor(ANSWER);
  await screen(page, 'page-working');
  await rows(page).nth(3).locator('.open').click();
  assert.equal(await page.locator('#stage-title').textContent(), 'photo 4.jpg');
  await page.waitForFunction(() => document.querySelectorAll('#picture-list li[data-state=done]').length === 200, null, { timeout: 300_000 });
  const remembered = await page.evaluate(() => JSON.parse(localStorage.getItem('polybot.pictures')).length);
  assert.equal(remembered, 60, 'what is remembered has a limit');
  await close();
});

test('what a file is called is text, and what is no picture is refused in words before it is sent', async () => {
  const { page, close } = await open();
  const sent = [];
  page.on('request', request => request.method() === 'POST' && sent.push(request.url()));
  const huge = join(folder, 'huge.jpg');
  await writeFile(huge, Buffer.concat([bytesOf('coffee.jpg'), Buffer.alloc(50 * 1024 * 1024)]));
  await send(page, file('<img src=x onerror=alert(1)>.txt', Buffer.from('no picture'), 'text/plain'), file('nothing.png', Buffer.alloc(0)));
  await until(page, 'failed', 2);
  await page.setInputFiles('#picker', [huge]);
  await until(page, 'failed', 3);
  assert.deepEqual(sent, []);
  assert.equal(await page.locator('#main img[src=x]').count(), 0);

  const sentence = async name => {
    await rows(page).filter({ hasText: name }).locator('.open').click();
    return page.locator('#trouble-text').textContent();
  };
  assert.equal(await sentence('onerror'), 'This is no picture that Polybot reads. It takes JPEG, PNG, GIF, WebP and BMP.');
  assert.equal(await page.locator('#stage-title').textContent(), '<img src=x onerror=alert(1)>.txt');
  assert.equal(await sentence('nothing.png'), 'This file is empty.');
  assert.equal(await sentence('huge.jpg'), 'This picture has 51 MB. Up to 20 MB can be sent: make it smaller first.');
  await assertAccessible(page, 'a failure');
  await screen(page, 'page-failed');
  await close();
});

test('what begins like a picture and is none has a sentence of the server', async () => {
  const { page, close } = await open({ expected: /422|415/ });
  await send(page, file('half.jpg', bytesOf('breakfast.jpg').subarray(0, 40)));
  await until(page, 'failed', 1);
  assert.match(await page.locator('#trouble-text').textContent(), /picture/i);
  await close();
});

test('a busy server is asked again when it says, and not before', async () => {
  const { page, close } = await open({ expected: /429/ });
  const asked = [];
  await page.route(predictions, route => {
    asked.push(Date.now());
    return asked.length === 1 ? route.fulfill({ status: 429, headers: { 'Retry-After': '2' }, json: { detail: 'Too much at once.' } }) : route.continue();
  });
  await send(page, sample('breakfast.jpg'));
  await firstBox(page);
  assert.equal(asked.length, 2);
  assert.ok(asked[1] - asked[0] >= 1900, `asked again after ${asked[1] - asked[0]} ms`);
  await close();
});

test('where no events come through, the page asks again and again', async () => {
  const { page, close } = await open({ expected: /503/ });
  let streams = 0;
  await page.route('**/events', route => {
    streams++;
    return route.fulfill({ status: 503, json: { detail: 'No streams here.' } });
  });
  await send(page, sample('breakfast.jpg'));
  await firstBox(page);
  assert.equal(streams, 1);
  await close();
});

test('a server that is gone is said to be, and a press sends the picture when it is back', async () => {
  const { context, page, close } = await open({ expected: /ERR_INTERNET_DISCONNECTED/ });
  await page.clock.install();
  await context.setOffline(true);
  await send(page, sample('coffee.jpg'));
  await page.getByText('Trying again').waitFor();
  await page.clock.fastForward(130_000);
  await until(page, 'failed', 1);
  assert.equal(await page.locator('#trouble-text').textContent(), 'Polybot does not answer.');
  await context.setOffline(false);
  await page.locator('#trouble-retry').click();
  await firstBox(page);
  await close();
});

test('a picture that is under way can be cancelled', async () => {
  const { page, close } = await open({ expected: /ERR_/ });
  await page.route(predictions, () => {});
  await send(page, sample('coffee.jpg'), sample('breakfast.jpg'));
  await until(page, 'uploading', 2);
  await rows(page).first().hover();
  await page.getByRole('button', { name: 'Cancel coffee.jpg' }).click();
  await rows(page).nth(1).waitFor({ state: 'detached' });
  assert.deepEqual(await page.locator('#picture-list .name').allTextContents(), ['breakfast.jpg']);
  assert.equal(await page.locator('#stage-title').textContent(), 'breakfast.jpg');
  await close();
});

test('a key is asked for where one is needed, once, and kept in this tab only', async () => {
  const { page, close } = await open({ expected: /401/ });
  await page.route('**/api/v1/**', async route => {
    const key = (await route.request().allHeaders()).authorization;
    return key === 'Bearer the-right-one' ? route.continue() : route.fulfill({ status: 401, json: { detail: 'Send your key.' } });
  });
  await send(page, sample('coffee.jpg'), sample('breakfast.jpg'));
  const field = page.getByLabel('Your API key');
  await field.fill('a-wrong-one');
  await page.keyboard.press('Enter');
  await page.getByText('That key was not accepted.').waitFor();
  await assertAccessible(page, 'the question for a key');
  await screen(page, 'page-key');
  await field.fill('the-right-one');
  await page.keyboard.press('Enter');
  await until(page, 'done', 2);
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('the-right-one'));

  const another = await page.context().newPage();
  await another.route('**/api/v1/**', route => route.fulfill({ status: 401, json: { detail: 'Send your key.' } }));
  await another.goto(polybot.pictures);
  await send(another, ...['coffee.jpg', 'breakfast.jpg', 'wall.jpg', 'twins.jpg', 'chelsea.jpg'].map(sample));
  await another.getByRole('button', { name: 'Not now' }).click();
  await until(another, 'failed', 5);
  assert.ok(await another.locator('#key-dialog').isHidden(), 'it is asked for once');
  await close();
});

test('this browser remembers what it sent, and a link opens it again', async () => {
  const { context, page, close } = await open({ permissions: ['clipboard-read', 'clipboard-write'], expected: /404/ });
  await send(page, sample('twins.jpg'));
  await firstBox(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto(polybot.pictures);
  await rows(page).filter({ hasText: 'twins.jpg' }).waitFor();
  assert.ok(await page.locator('.thumbnail img').first().isVisible());
  await page.goto(link);
  await firstBox(page);
  assert.ok(await page.locator('#picture').evaluate(image => image.decode().then(() => image.naturalWidth > 300)), 'the picture comes from the server now');
  await page.goBack();

  const stranger = await context.browser().newContext();
  const other = await stranger.newPage();
  await other.goto(link);
  await firstBox(other);
  assert.equal(await other.locator('#stage-title').textContent(), 'twins.jpg');
  await stranger.close();

  await page.goto(polybot.pictures);
  await page.getByRole('button', { name: 'Clear' }).click();
  await rows(page).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await rows(page).first().waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('#samples button').first().waitFor();
  assert.equal(await rows(page).count(), 0);
  await close();
});

test('a picture that is gone, and an address that is nonsense, are said to be', async () => {
  const { page, close } = await open({ expected: /404/ }, '#0000000000000000');
  await page.locator('#trouble-text').filter({ hasText: 'no longer there' }).waitFor();
  await assertAccessible(page, 'a picture that is gone');
  await close();
  const nonsense = await open({}, '#"><script>alert(1)</script>');
  await nonsense.page.getByText('There is no picture at this address.').waitFor();
  await nonsense.close();
});

test('what is shown is what is copied and saved', async () => {
  const { page, close } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  const shown = await page.locator('.box:not([hidden])').count();
  await page.selectOption('#copy-as', 'json');
  await page.getByText('Copied').waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(copied.labels.length, shown);
  assert.equal(copied.status, 'succeeded');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download picture' }).click()]);
  assert.equal(download.suggestedFilename(), 'wall-predicted.jpg');
  const saved = await readFile(await download.path());
  assert.deepEqual([...saved.subarray(0, 3)], [0xff, 0xd8, 0xff]);
  await writeFile(join(screens, 'page-saved.jpg'), saved);
  await close();
});

test('pictures are dropped and pasted', async () => {
  const { page, close } = await open();
  const bring = type =>
    page.evaluate(
      async ([kind, source]) => {
        const blob = await (await fetch(source)).blob();
        const data = new DataTransfer();
        data.items.add(new File([blob], 'image.png', { type: 'image/png' }));
        const event = kind === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true }) : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      },
      [type, '/page/samples/breakfast.jpg'],
    );
  await bring('dragenter');
  assert.ok(await page.locator('#drop-veil').isVisible());
  await bring('drop');
  assert.ok(await page.locator('#drop-veil').isHidden());
  await until(page, 'done', 1);
  await bring('paste');
  await until(page, 'done', 2);
  assert.deepEqual(await page.locator('#picture-list .name').allTextContents(), ['Pasted picture.png', 'image.png']);
  await close();
});

test('it fits a phone, light and dark, and speaks German to Germans', async () => {
  const { page, close } = await open({ ...phone, colorScheme: 'dark', locale: 'de-DE' });
  await page.getByRole('heading', { name: 'Was ist auf deinem Bild?' }).waitFor();
  await page.getByRole('button', { name: 'Foto aufnehmen' }).waitFor();
  await assertFits(page, 'the empty page');
  await screen(page, 'page-phone-empty', { fullPage: true });
  await send(page, sample('wall.jpg'), sample('breakfast.jpg'), sample('coffee.jpg'), sample('twins.jpg'));
  await until(page, 'done', 4);
  await firstBox(page);
  await assertFits(page, 'the page with pictures');
  await page.locator('.box:not([hidden])').first().tap();
  assert.equal(await page.locator('#found li.marked').count(), 1, 'a tap holds a box');
  await page.locator('#boxes').tap({ position: { x: 60, y: 8 } });
  await assertAccessible(page, 'the page on a phone');
  await screen(page, 'page-phone', { fullPage: true });
  await close();
});

const counts = async page => ({
  right: Number((await page.textContent('#findings-title')).match(/\d+/)?.[0] ?? 0),
  left: Number((await page.locator('#picture-list li:has([aria-current=true]) .status').textContent()).match(/\d+/)?.[0] ?? 0),
  total: Number((await page.textContent('#totals')).match(/\d+/)[0]),
  rows: (await page.locator('#picture-list .status').allTextContents()).reduce((sum, text) => sum + Number(text.match(/\d+/)?.[0] ?? 0), 0),
});

test('both sides and the total count what the slider lets through', async () => {
  const { page, close } = await open();
  await send(page, sample('wall.jpg'), sample('twins.jpg'), sample('coffee.jpg'));
  await until(page, 'done', 3);
  for (const percentage of [10, 37, 60, 95]) {
    await page.fill('#threshold', String(percentage));
    await page.waitForFunction(value => document.getElementById('threshold-value').textContent.startsWith(value), String(percentage));
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { left, right, total, rows } = await counts(page);
    assert.equal(left, right, `${percentage} %`);
    assert.equal(total, rows, `${percentage} %`);
  }
  await close();
});

test('a picture is enlarged, moved, and left for the next one by keys', async () => {
  const { page, close } = await open();
  await send(page, sample('wall.jpg'), sample('twins.jpg'));
  await until(page, 'done', 2);
  await page.locator('#stage-title').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const layer = () => page.locator('#layer').boundingBox();
  const frame = await page.locator('#frame').boundingBox();
  const enlarged = await layer();
  assert.ok(enlarged.width > 2 * frame.width);
  await page.mouse.move(frame.x + 20, frame.y + 20);
  await page.mouse.down();
  await page.mouse.move(frame.x + 90, frame.y + 60, { steps: 4 });
  await page.mouse.up();
  const moved = await layer();
  assert.deepEqual([moved.x - enlarged.x, moved.y - enlarged.y].map(Math.round), [70, 40]);
  await page.keyboard.press('0');
  assert.equal(Math.round((await layer()).width), Math.round(frame.width));
  const first = await page.textContent('#stage-title');
  await page.locator('#stage-title').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('2 of 2').waitFor();
  assert.notEqual(await page.textContent('#stage-title'), first);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('1 of 2').waitFor();
  await close();
});

/** Where the picture and its frame are right now, in the window. */
async function looked(page) {
  const [layer, frame] = [await page.locator('#layer').boundingBox(), await page.locator('#frame').boundingBox()];
  return { layer, frame, scale: layer.width / frame.width };
}

const alike = (one, other) => Math.abs(one - other) < 1.5;

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** A place in the frame that belongs to a box, or to none. */
const placeIn = (page, wanted) =>
  page.evaluate(wanted => {
    const { left, top, width, height } = document.getElementById('frame').getBoundingClientRect();
    for (let y = top + height * 0.15; y < top + height * 0.9; y += 7) {
      for (let x = left + width * 0.15; x < left + width * 0.9; x += 7) {
        if (Boolean(document.elementFromPoint(x, y).closest('.box')) === (wanted === 'box')) {
          return { x, y };
        }
      }
    }
    throw new Error(`no ${wanted} in the frame`);
  }, wanted);

test('a picture that a double click has enlarged follows the pointer, also out of its frame and back', async () => {
  const { page, close } = await open();
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  const bare = await placeIn(page, 'picture');
  await page.mouse.dblclick(bare.x, bare.y);
  const { layer, frame, scale } = await looked(page);
  assert.ok(alike(scale, 2.5), `${scale}`);
  assert.notEqual(await page.evaluate(() => getSelection().type), 'Range', 'what is selected would be dragged in its stead');

  const corner = { x: frame.x + frame.width - 60, y: frame.y + frame.height - 60 };
  await drag(page, corner, { x: corner.x - 80, y: corner.y - 50 });
  const moved = await looked(page);
  assert.deepEqual([moved.layer.x - layer.x, moved.layer.y - layer.y].map(Math.round), [-80, -50]);

  const right = frame.x + frame.width;
  await page.mouse.move(right - 40, corner.y);
  await page.mouse.down();
  await page.mouse.move(right - 60, corner.y, { steps: 3 });
  await page.mouse.move(right + 60, corner.y, { steps: 3 });
  await page.mouse.move(right - 70, corner.y, { steps: 3 });
  await page.mouse.up();
  const back = await looked(page);
  assert.equal(Math.round(back.layer.x - moved.layer.x), -30, 'a drag goes on when the pointer comes back');
  await page.mouse.move(frame.x + 60, frame.y + 90, { steps: 3 });
  assert.ok(alike((await looked(page)).layer.x, back.layer.x), 'it ends when the button is let go');
  await close();
});

test('a double click on a box enlarges the picture, a drag from it moves it, and a single one holds the box', async () => {
  const { page, close } = await open();
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  const held = () => page.locator('.box[aria-pressed=true]').count();
  const box = await placeIn(page, 'box');
  await page.mouse.dblclick(box.x, box.y);
  const enlarged = await looked(page);
  assert.ok(alike(enlarged.scale, 2.5), `${enlarged.scale}`);
  assert.equal(await held(), 0);
  const another = await placeIn(page, 'box');
  await drag(page, another, { x: another.x + 30, y: another.y + 20 });
  const moved = await looked(page);
  assert.deepEqual([moved.layer.x - enlarged.layer.x, moved.layer.y - enlarged.layer.y].map(Math.round), [30, 20]);
  assert.equal(await held(), 0);
  const last = await placeIn(page, 'box');
  await page.mouse.click(last.x, last.y);
  assert.equal(await held(), 1);
  await close();
});

test('arrow right is the next picture also after a click in the list or on a box, and moves an enlarged one', async () => {
  const { page, close } = await open();
  await send(page, ...['wall.jpg', 'coffee.jpg', 'chelsea.jpg'].map(sample));
  await until(page, 'done', 3);
  const title = () => page.textContent('#stage-title');
  await rows(page).first().locator('.open').click();
  await page.keyboard.press('ArrowRight');
  assert.equal(await title(), 'coffee.jpg');
  await page.keyboard.press('ArrowRight');
  assert.equal(await title(), 'chelsea.jpg', 'the focus goes along');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.title), 'coffee.jpg', 'up and down go through the list');
  assert.equal(await title(), 'chelsea.jpg');
  await page.keyboard.press('ArrowLeft');
  await firstBox(page);
  const box = await placeIn(page, 'box');
  await page.mouse.click(box.x, box.y);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await title(), 'wall.jpg');

  await firstBox(page);
  const place = await placeIn(page, 'box');
  await page.mouse.dblclick(place.x, place.y);
  const before = await looked(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const after = await looked(page);
  assert.equal(await title(), 'wall.jpg');
  assert.ok(alike(after.layer.x, before.layer.x - before.frame.width / 8), `${before.layer.x}, ${after.layer.x}`);
  assert.ok(alike(after.layer.y, before.layer.y - before.frame.height / 8), `${before.layer.y}, ${after.layer.y}`);
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  assert.equal(await title(), 'coffee.jpg');
  await close();
});

test('buttons without words say what they do, and which keys do the same', async () => {
  for (const [locale, larger, next] of [['en', 'Larger (plus, or Ctrl and wheel)', 'Next picture (arrow right)'], ['de', 'Größer (Plus oder Strg und Mausrad)', 'Nächstes Bild (Pfeil rechts)']]) {
    const { page, close } = await open({ locale });
    await page.locator('#samples button').first().waitFor();
    assert.equal(await page.getAttribute('#zoom-in', 'title'), larger);
    assert.equal(await page.getAttribute('#next', 'title'), next);
    await close();
  }
});

test('the buttons for the size need no row of their own, wherever there is a picture', async () => {
  const { page, close } = await open();
  await send(page, file('a rather long name of a picture.jpg', bytesOf('wall.jpg')), file('wall.jpg', bytesOf('wall.jpg')));
  await until(page, 'done', 2);
  for (const width of [1600, 1280, 1100, 800, 360]) {
    await page.setViewportSize({ width, height: 860 });
    const [zoom, steps, name, facts] = await Promise.all(['.zoom', '#steps', '#stage-title', '#stage-facts'].map(place => page.locator(place).boundingBox()));
    assert.equal(zoom.y, steps.y, `${width}`);
    assert.ok(zoom.x + zoom.width <= steps.x && name.width > 140 && facts.height < 30, `${width}: ${JSON.stringify({ zoom, steps, name, facts })}`);
    await assertFits(page, `a page of ${width} px`);
  }
  await close();
});

test('a double tap on a box enlarges the picture', async () => {
  const { page, close } = await open(phone);
  await send(page, sample('wall.jpg'));
  await firstBox(page);
  const box = await page.locator('.box:not([hidden])').first().boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('#frame.enlarged').waitFor();
  await close();
});

test('what is seen of an enlarged picture stays in sight when the window shrinks', async () => {
  const { page, close } = await open({ viewport: { width: 1800, height: 1200 } });
  await send(page, file('large.png', plain(4000, 3000), 'image/png'));
  await until(page, 'done', 1);
  await page.locator('#frame.seen').waitFor();
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('+');
  }
  const large = await looked(page);
  assert.ok(large.scale > 8, `${large.scale}`);
  for (let pulls = 0; pulls < 9; pulls++) {
    await drag(page, { x: large.frame.x + large.frame.width - 20, y: large.frame.y + large.frame.height - 20 }, { x: large.frame.x + 20, y: large.frame.y + 20 });
  }
  await page.setViewportSize({ width: 1000, height: 500 });
  await page.waitForFunction(width => document.getElementById('frame').clientWidth < width, large.frame.width);
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const { layer, frame, scale } = await looked(page);
  assert.ok(alike(scale, large.scale), `${scale}`);
  assert.ok(layer.x + layer.width >= frame.x + frame.width - 1 && layer.y + layer.height >= frame.y + frame.height - 1, JSON.stringify({ layer, frame }));
  assert.ok(layer.x + layer.width < frame.x + frame.width * 1.5, 'it is the corner that was seen');
  await close();
});

test('a very tall picture fits the window, and a very wide one has room to be enlarged', async () => {
  const { page, close } = await open();
  for (const [width, height] of [[300, 3000], [4000, 200]]) {
    await send(page, file(`${width}.png`, plain(width, height), 'image/png'));
    await page.getByText(`${width} × ${height}`).waitFor(ANSWER);
    await page.locator('#frame.seen').waitFor();
    const { layer, frame } = await looked(page);
    assert.ok(frame.height <= 860 * 0.68 + 1 && frame.height >= 128 && frame.width >= 190, JSON.stringify(frame));
    assert.ok(layer.height <= frame.height + 1 && layer.width <= frame.width + 1, JSON.stringify({ layer, frame }));
    assert.ok(Math.abs(layer.width / layer.height / (width / height) - 1) < 0.02, 'it keeps its shape');
    assert.ok(alike(layer.x + layer.width / 2, frame.x + frame.width / 2) && alike(layer.y + layer.height / 2, frame.y + frame.height / 2), 'it is in the middle');
    await screen(page, `page-${width}`);
    await page.mouse.dblclick(frame.x + frame.width / 2, frame.y + frame.height / 2);
    const enlarged = await looked(page);
    assert.ok(alike(enlarged.layer.height, layer.height * 2.5), 'it is enlarged');
    await drag(page, { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }, { x: frame.x + frame.width / 2 - 40, y: frame.y + frame.height / 2 - 40 });
    const moved = await looked(page);
    assert.ok(moved.layer.x < enlarged.layer.x - 10 || moved.layer.y < enlarged.layer.y - 10, 'it is moved');
  }
  await close();
});

test('a picture is enlarged until its pixels are seen, whatever its shape', async () => {
  const { page, close } = await open();
  for (const [width, height] of [[200, 12000], [12000, 200], [64, 48]]) {
    await send(page, file(`${width}.png`, plain(width, height), 'image/png'));
    await page.getByText(`${width} × ${height}`).waitFor(ANSWER);
    await page.locator('#frame.seen').waitFor();
    await page.locator('#stage-title').focus();
    for (let presses = 0; presses < 20 && await page.locator('#zoom-in').isEnabled(); presses++) {
      await page.keyboard.press('+');
    }
    const { layer, frame } = await looked(page);
    assert.ok(layer.width / width >= 7.9 && layer.height / height >= 7.9, `${width}: ${JSON.stringify(layer)}`);
    assert.ok(layer.x <= frame.x + frame.width / 2 && layer.y <= frame.y + frame.height / 2, 'its middle stays');
    await screen(page, `page-${width}-pixels`);
    await page.click('#zoom-fit');
    assert.equal(await page.textContent('#zoom-fit'), '100 %');
  }
  await close();
});

test('an export says which pictures are not in it, before and after', async () => {
  const { page, close } = await open({ acceptDownloads: true });
  await send(page, file('wall.jpg', bytesOf('wall.jpg')), file('text.jpg', Buffer.from('no picture')), file('cut.jpg', bytesOf('wall.jpg').subarray(0, 20_000)));
  await until(page, 'done', 1);
  await until(page, 'failed', 2);
  await page.click('#export-all');
  const sentence = 'Not in it, for there is no result: text.jpg, cut.jpg.';
  assert.equal(await page.textContent('#export-missing'), sentence);
  await page.check('#export-form [value=csv]');
  await Promise.all([page.waitForEvent('download'), page.click('#export-go')]);
  await page.locator('#toast', { hasText: sentence }).waitFor();
  await close();
});

test('all that is found in all pictures is told in full below a long list', async () => {
  const pictures = Array.from({ length: 60 }, (_, index) => ({ id: `id${index}`, name: `${index}.jpg`, time: 1, state: 'done', model: 'yolov5n', things: ['person', 'cat', 'dog', 'traffic light', 'dining table', 'cup', 'car', 'potted plant', 'wine glass', 'baseball glove', 'teddy bear', 'fire hydrant', 'parking meter', 'tennis racket'].map(name => [name, 0.9]) }));
  const { page, close } = await open({ prepare: page => page.addInitScript(kept => localStorage.setItem('polybot.pictures', kept), JSON.stringify(pictures)), viewport: { width: 1280, height: 860 } });
  await page.locator('#totals').filter({ hasText: '840 things in 60 pictures' }).waitFor();
  const { cut, list } = await page.evaluate(() => {
    const totals = document.getElementById('totals');
    return { cut: totals.scrollHeight - totals.clientHeight, list: document.getElementById('picture-list').clientHeight };
  });
  assert.ok(cut <= 1, `${cut} px are cut`);
  assert.ok(list > 300, `the list keeps ${list} px`);
  await close();
});

test('everything can be taken away in each format, and two looks stand side by side', async () => {
  const { page, close } = await open({ acceptDownloads: true });
  await send(page, sample('wall.jpg'), sample('twins.jpg'));
  await until(page, 'done', 2);
  for (const [format, name, begins] of [['zip', 'polybot.zip', 'PK'], ['csv', 'polybot.csv', 'photo,class'], ['coco', 'polybot-coco.json', '{"images"'], ['yolo', 'polybot-yolo.zip', 'PK']]) {
    await page.click('#export-all');
    await page.check(`#export-form [value=${format}]`);
    if (format === 'zip') {
      await assertAccessible(page, 'the export');
      await screen(page, 'page-export');
    }
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export-go')]);
    assert.equal(download.suggestedFilename(), name);
    const content = await readFile(await download.path());
    assert.ok(content.subarray(0, begins.length).toString() === begins, name);
    await page.locator('#export-dialog').waitFor({ state: 'hidden' });
  }
  await page.click('#compare');
  await page.fill('#compare-left input', '10');
  await page.fill('#compare-right input', '95');
  await page.getByText(/^On the right: .*−/).waitFor();
  await assertAccessible(page, 'the comparison');
  await screen(page, 'page-compare');
  await close();
});

test('an export holds what is shown, and says which classes that are', async () => {
  const { page, close } = await open({ acceptDownloads: true });
  await send(page, sample('wall.jpg'), sample('twins.jpg'));
  await until(page, 'done', 2);
  await firstBox(page);
  const exported = async () => {
    await page.click('#export-all');
    await page.check('#export-form [value=csv]');
    const only = await page.locator('#export-only').isVisible() ? await page.textContent('#export-only') : null;
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export-go')]);
    await page.locator('#export-dialog').waitFor({ state: 'hidden' });
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n').slice(1).map(line => line.split(','));
    return { only, classes: new Set(lines.map(([, name]) => name)), count: lines.length };
  };
  const everything = await exported();
  assert.equal(everything.only, null);
  assert.equal(everything.count, (await counts(page)).total);
  assert.ok(everything.classes.size > 1);

  await page.locator('.chip[data-name=person]').click();
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const { left, right, total, rows: inRows } = await counts(page);
  assert.deepEqual([left, total], [right, inRows], 'all that is told is about persons alone');
  const persons = await exported();
  assert.equal(persons.only, 'Only person, as chosen.');
  assert.deepEqual([persons.count, [...persons.classes]], [total, ['person']]);
  assert.ok(persons.count < everything.count);

  const shown = await page.textContent('#stage-title');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(name => document.getElementById('stage-title').textContent !== name, shown);
  assert.equal(await page.locator('.chip[data-name=person]').getAttribute('aria-pressed'), 'true', 'it is chosen in the next picture too');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal((await counts(page)).total, everything.count);
  await close();
});

test('what the server reads of a spoilt file is seen, small and large', async () => {
  const { page, close } = await open();
  const jpeg = bytesOf('wall.jpg');
  await send(page, file('stray.jpg', Buffer.concat([jpeg.subarray(0, 2), Buffer.alloc(3), jpeg.subarray(2)])), file('endless.jpg', jpeg.subarray(0, -2)));
  await until(page, 'done', 2);
  for (const name of ['stray.jpg', 'endless.jpg']) {
    const row = rows(page).filter({ hasText: name });
    await row.locator('.thumbnail img').waitFor({ timeout: 5000 });
    await row.locator('.open').click();
    await firstBox(page);
    await page.locator('#frame.seen').waitFor({ timeout: 5000 });
    assert.equal(await page.locator('#picture').evaluate(image => image.naturalWidth), 1280, name);
  }
  await close();
});

test('code on the page for programs sends all that is chosen, and saves a picture', async () => {
  const { page, close } = await visit(browser, new URL('/api', polybot.pictures).href);
  const operation = title => page.locator('#operations > details').filter({ has: page.locator(`summary code:text-is("${title}")`) }).first();
  const code = async at => {
    await at.locator(':scope > summary').click();
    await at.locator('details').filter({ hasText: 'As code' }).locator('summary').first().click();
    return at.locator('details', { hasText: 'As code' }).locator('pre').first();
  };
  const submit = operation('POST /api/v1/predictions');
  const sending = await code(submit);
  await submit.locator('[type=file]').setInputFiles([sample('wall.jpg'), sample('twins.jpg')]);
  await sending.filter({ hasText: /wall\.jpg[^]*twins\.jpg/ }).waitFor();
  const saving = await code(operation('GET /api/v1/predictions/{id}/image'));
  await saving.filter({ hasText: '-o image ' }).waitFor();
  await close();
});

test('of two pictures chosen at once, the comparison shows the later, whichever comes first', async () => {
  const { page, close } = await open();
  await send(page, file('tall.png', plain(300, 600), 'image/png'), file('wall.jpg', bytesOf('wall.jpg')));
  await until(page, 'done', 2);
  await page.reload();
  await rows(page).filter({ hasText: 'wall.jpg' }).locator('.open').click();
  await firstBox(page);
  const id = await page.evaluate(() => JSON.parse(localStorage.getItem('polybot.pictures')).find(({ name }) => name === 'tall.png').id);
  let release;
  const later = new Promise(resolve => { release = resolve; });
  await page.route(`**/predictions/${id}/image?*`, route => later.then(() => route.continue()));
  await page.click('#compare');
  const side = page.locator('#compare-left');
  await side.getByText(/things/).waitFor();
  await side.locator('select').evaluate(select => {
    for (const name of ['tall', 'wall']) {
      select.selectedIndex = [...select.options].findIndex(({ textContent }) => textContent.startsWith(name));
      select.dispatchEvent(new Event('change'));
    }
  });
  await page.waitForTimeout(500);
  release();
  await page.waitForTimeout(500);
  assert.ok(await side.locator('canvas').evaluate(({ width, height }) => width > height), 'what was chosen before comes later and is not shown');
  assert.match(await side.locator('p').textContent(), /things/);
  await close();
});

test('a request is copied as a program would make it', async () => {
  const { page, close } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await send(page, sample('wall.jpg'));
  await until(page, 'done', 1);
  for (const [form, says] of [['json', '"labels"'], ['curl', 'curl --fail'], ['JavaScript', 'await fetch('], ['Python', 'import requests']]) {
    await page.selectOption('#copy-as', form);
    await page.waitForFunction(async text => (await navigator.clipboard.readText()).includes(text), says);
  }
  await page.locator('#threshold').fill('29');
  await page.locator('.chip').nth(1).click();
  await page.locator('.chip').nth(2).click();
  const names = await page.locator('.chip[aria-pressed=true]').evaluateAll(chips => chips.map(chip => chip.dataset.name));
  await page.selectOption('#copy-as', 'curl');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('confidence=0.29'));
  const [address] = (await page.evaluate(() => navigator.clipboard.readText())).match(/http[^']+/);
  assert.equal(new URL(address).searchParams.get('classes'), names.join(','), 'what is shown is what is asked for');
  await close();
});

test('a bot that is started again while a picture is on its way costs nothing but time', async () => {
  const { page, close } = await open({ expected: /ERR_/ });
  let away = true;
  await page.route(predictions, route => (away ? route.abort('connectionrefused') : route.continue()));
  await send(page, sample('wall.jpg'));
  await page.getByText('Polybot does not answer. Trying again…').waitFor();
  await page.waitForTimeout(6000);
  assert.equal(await inState(page, 'failed').count(), 0);
  away = false;
  await firstBox(page);
  await page.locator('#banner').waitFor({ state: 'hidden' });
  await close();
});
