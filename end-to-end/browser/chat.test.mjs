import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, visit } from './people.mjs';
import { file } from './pictures.mjs';
import { root, startPolybot } from './stack.mjs';

const ANSWER_LIMIT = 60_000;
const photo = process.env.PHOTO ?? join(root, 'docs/samples/wall.jpg');
const pictures = process.env.SCREENSHOTS ?? join(root, 'end-to-end/target/screens');

let polybot;
let browser;

before(async () => {
  await mkdir(pictures, { recursive: true });
  polybot = await startPolybot({ DETECTOR_OFFLINE: 'true' });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await polybot?.stop();
});

const open = options => visit(browser, polybot.address, { viewport: { width: 1000, height: 900 }, ...options });

/** The machine has one chat, whatever was said in it before. */
async function nextAnswer(page, act) {
  const answers = page.locator('#messages').getByText(/^I found/);
  const before = await answers.count();
  await act();
  await answers.nth(before).waitFor({ timeout: ANSWER_LIMIT });
  const photo = page.locator('#messages img').last();
  await photo.scrollIntoViewIfNeeded();
  assert.ok(await photo.evaluate(image => image.decode().then(() => image.naturalWidth > 300)));
}

test('a sample is one click away, on a phone in the dark', async () => {
  const { page, close } = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 });
  await page.locator('#samples button').first().waitFor();
  await page.screenshot({ path: join(pictures, 'phone-welcome.png') });
  await nextAnswer(page, async () => {
    await page.locator('#samples button').first().click();
    if (await page.locator('#tray').isVisible()) {
      await page.click('#send');
    }
  });
  await page.screenshot({ path: join(pictures, 'phone-answer.png') });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than the phone`);
  await close();
});

test('the bot says which model looks, and leads to a sharper one', async () => {
  const { page, close } = await open();
  await page.fill('#text', '/about');
  await page.click('#send');
  const guide = page.locator('.words a').filter({ hasText: 'docs/models.md' }).last();
  await guide.waitFor({ timeout: ANSWER_LIMIT });
  const [opened] = await Promise.all([page.context().waitForEvent('page'), guide.click()]);
  assert.match(await opened.textContent('body'), /DETECTOR_MODEL/);
  await close();
});

test('a photo that is attached comes back with boxes and a summary', async () => {
  const { page, close } = await open();
  await page.setInputFiles('#picker', photo);
  assert.equal(await page.inputValue('#text'), 'predict', 'the caption is there already');
  await nextAnswer(page, () => page.click('#send'));
  await page.screenshot({ path: join(pictures, 'chat.png') });
  await close();
});

test('words are answered with words, by keyboard alone', async () => {
  const { page, close } = await open();
  await page.locator('#text').focus();
  await page.keyboard.type('a fine day');
  await page.keyboard.press('Enter');

  await page.getByText('Your original message: a fine day').waitFor({ timeout: ANSWER_LIMIT });
  await close();
});

test('what is said while the chat is still being fetched stays on the page, and so does its answer', async () => {
  let fetched;
  let deliver;
  const isFetched = new Promise(resolve => { fetched = resolve; });
  const isToBeDelivered = new Promise(resolve => { deliver = resolve; });
  const { page, close } = await open({
    prepare: page => page.route('**/chat/*/messages', async route => {
      if (route.request().method() !== 'GET') {
        return route.continue();
      }
      const response = await route.fetch();
      fetched();
      await isToBeDelivered;
      return route.fulfill({ response });
    }),
  });
  await isFetched;
  await page.fill('#text', 'said early');
  await page.click('#send');
  const chat = await page.inputValue('#chat');
  const said = async () => (await fetch(new URL(`chat/${chat}/messages`, polybot.address))).text();
  while (!(await said()).includes('Your original message: said early')) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }

  deliver();
  await page.fill('#text', 'said later');
  await page.click('#send');

  await page.getByText('Your original message: said later').waitFor({ timeout: ANSWER_LIMIT });
  assert.equal(await page.getByText('Your original message: said early').count(), 1);
  await close();
});

test('a reload shows the same chat again', async () => {
  const { page, close } = await open();
  await page.fill('#text', 'remember me');
  await page.click('#send');
  await page.getByText('Your original message: remember me').waitFor({ timeout: ANSWER_LIMIT });

  await page.reload();

  await page.getByText('Your original message: remember me').waitFor();
  await close();
});

test('a photo without a word is answered with buttons, and so is what they find', async () => {
  const { page, close } = await open();
  const offers = page.getByRole('button', { name: 'Find things' });
  await page.getByText('Your original message: remember me').waitFor();
  const before = await offers.count();
  await page.setInputFiles('#picker', photo);
  await page.fill('#text', '');
  await page.click('#send');
  await offers.nth(before).waitFor({ timeout: ANSWER_LIMIT });
  await nextAnswer(page, () => offers.nth(before).click());
  await page.getByRole('button', { name: 'Details' }).last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, 'buttons.png') });

  await page.getByRole('button', { name: 'Details' }).last().click();
  const table = page.locator('pre.table').last();
  await table.waitFor({ timeout: ANSWER_LIMIT });
  assert.match(await table.textContent(), /what +sure +left/);
  await page.screenshot({ path: join(pictures, 'details.png') });
  await close();
});

test('the menu and the answers are in the language that the person has chosen', async () => {
  const { page, close } = await open();
  await page.selectOption('#language', 'de');
  await page.click('#menu-button');
  await page.getByText('was ich in diesem Chat gefunden habe').waitFor({ timeout: ANSWER_LIMIT });
  await page.screenshot({ path: join(pictures, 'menu.png') });
  await page.getByRole('button', { name: /^\/history was ich/ }).click();
  await page.getByText('Was ich in diesem Chat zuletzt gefunden habe').last().waitFor({ timeout: ANSWER_LIMIT });

  await page.fill('#text', '/help blur');
  await page.click('#send');
  await page.getByText('Macht dein Bild weich').last().waitFor({ timeout: ANSWER_LIMIT });
  await page.screenshot({ path: join(pictures, 'history.png') });
  await page.getByRole('button', { name: 'rotate' }).last().click();
  await page.getByText('Dreht dein Bild').last().waitFor({ timeout: ANSWER_LIMIT });
  await close();
});

test('the whole page speaks German to whoever does, also where the bot is silent', async () => {
  const { page, close } = await open({ locale: 'de-DE' });
  await page.locator('#messages li.message').first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  const words = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label]')].filter(node => !node.closest('.message')).map(node => node.ariaLabel);
    return [document.querySelector('.top').innerText, document.querySelector('.bottom').innerText, ...labels].join('\n');
  });
  assert.doesNotMatch(words, /\b(Send|Message|Attach|Commands|Pictures|Reply|Close|Alone|group|latest|predict a)\b/, words);
  assert.equal(await page.getAttribute('#text', 'placeholder'), 'Nachricht');
  assert.match(await page.locator('.day').first().textContent(), /Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag/);
  await close();
});

test('on a small phone the bot\'s name and the words of both choices can be read', async () => {
  for (const [width, locale, chosen] of [[360, 'en', ['Private', 'English']], [320, 'en', ['Private', 'English']], [320, 'de-DE', ['Privat', 'Deutsch']]]) {
    const { page, close } = await open({ viewport: { width, height: 740 }, locale });
    await page.locator('#menu-button').waitFor();
    const choices = await page.locator('.choice select').evaluateAll(selects => selects.map(select => {
      const copy = select.cloneNode(true);
      copy.style.cssText = 'position: absolute; max-width: none';
      copy.selectedIndex = select.selectedIndex;
      select.parentElement.append(copy);
      const cut = copy.offsetWidth - select.offsetWidth;
      copy.remove();
      return { word: select.selectedOptions[0].textContent, cut };
    }));
    assert.deepEqual(choices, chosen.map(word => ({ word, cut: 0 })));
    const right = await page.locator('.choice').last().evaluate(choice => choice.getBoundingClientRect().right);
    assert.ok(right <= width, `${right}`);
    const cut = await page.locator('#bot-name').evaluate(name => name.scrollWidth - name.clientWidth);
    assert.ok(cut <= 0, `${cut} px of the name lie under the choices at ${width}`);
    await close();
  }
});

test('typing begins at once, and ten pictures make the page no wider', async () => {
  for (const width of [1000, 390]) {
    const { page, close } = await open({ viewport: { width, height: 844 } });
    await page.locator('#menu-button').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
    await page.setInputFiles('#picker', Array(10).fill(photo));
    await page.locator('#previews li').nth(9).waitFor();
    await page.screenshot({ path: join(pictures, `ten-${width}.png`) });
    const wide = await page.evaluate(() => [...document.querySelectorAll('body, header, main, footer, #tray, #composer')].map(node => node.getBoundingClientRect().right));
    assert.ok(Math.max(...wide) <= width, `${wide}`);
    await close();
  }
});

test('in a group the bot answers who speaks to it, and a caption that is mended is answered anew', async () => {
  const { page, close } = await open();
  await page.locator('#menu-button').waitFor();
  await page.selectOption('#chat', { label: 'Group' });
  await page.getByText('This is a group').waitFor();
  await page.fill('#text', 'just among us');
  await page.click('#send');
  await page.setInputFiles('#picker', photo);
  await page.fill('#text', '@polybot_local_bot rotat');
  await page.click('#send');
  await page.getByText(/rotate/).first().waitFor({ timeout: ANSWER_LIMIT });
  const mine = page.locator('.message.mine').last();
  await mine.hover();
  await mine.locator('.reply.edit').click();
  assert.equal(await page.inputValue('#text'), '@polybot_local_bot rotat');
  await page.fill('#text', '@polybot_local_bot rotate');
  await page.click('#send');
  await page.locator('.message:not(.mine) img').first().waitFor({ timeout: ANSWER_LIMIT });
  assert.equal(await page.getByText('Your original message: just among us').count(), 0);
  await page.screenshot({ path: join(pictures, 'group.png') });
  await close();
});

test('a draft waits while another message is edited, whether that is sent or let go', async () => {
  const { page, close } = await open();
  await page.fill('#text', 'to be edited');
  await page.click('#send');
  await page.getByText('Your original message: to be edited').waitFor({ timeout: ANSWER_LIMIT });
  await page.setInputFiles('#picker', photo);
  await page.fill('#text', 'half a thought');
  const edit = async () => {
    const mine = page.locator('.message.mine').filter({ hasText: 'to be' }).last();
    await mine.hover();
    await mine.locator('.reply.edit').click();
    assert.ok(await page.locator('#tray').isHidden());
  };
  const assertDraft = async () => {
    await page.locator('#editing').waitFor({ state: 'hidden' });
    assert.equal(await page.inputValue('#text'), 'half a thought');
    assert.equal(await page.locator('#previews li').count(), 1);
  };

  await edit();
  assert.equal(await page.inputValue('#text'), 'to be edited');
  await page.keyboard.press('Escape');
  await assertDraft();
  await edit();
  await page.fill('#text', 'to be said otherwise');
  await page.click('#send');
  await assertDraft();
  await close();
});

test('what is written while a message is on its way stays', async () => {
  const { page, close } = await open();
  let release;
  const later = new Promise(resolve => { release = resolve; });
  await page.locator('#menu-button').waitFor();
  await page.route('**/chat/*/messages', async route => {
    await later;
    await route.continue();
  });
  await page.fill('#text', 'on its way');
  await page.keyboard.press('Enter');
  await page.setInputFiles('#picker', photo);
  await page.fill('#text', 'predict');
  release();
  await page.getByText('Your original message: on its way').waitFor({ timeout: ANSWER_LIMIT });
  await page.locator('#composer:not(.busy)').waitFor();
  assert.equal(await page.inputValue('#text'), 'predict');
  assert.equal(await page.locator('#previews li').count(), 1);
  await close();
});

test('a photo that Telegram does not take as it is becomes a smaller JPEG before, as in its clients', async () => {
  const { page, close } = await open();
  await page.locator('#menu-button').waitFor();
  const photos = {
    'too many bytes': { width: 2300, height: 2000, type: 'image/png', isNoise: true },
    'too many pixels': { width: 7000, height: 4000, type: 'image/jpeg' },
    'another kind': { width: 640, height: 480, type: 'image/webp' },
  };
  for (const [what, photo] of Object.entries(photos)) {
    await attachDrawing(page, photo);
    await nextAnyAnswer(page, () => page.click('#send'));
    assert.equal(await page.locator('.toast.error').count(), 0, what);
    assert.equal(await page.locator('.message.mine').last().locator('img').count(), 1, what);
  }
  await close();
});

test('a photo that is attached in a group has a caption that the bot hears there', async () => {
  const { page, close } = await open();
  await page.locator('#menu-button').waitFor();
  await page.selectOption('#chat', { label: 'Group' });
  await page.setInputFiles('#picker', photo);
  assert.equal(await page.inputValue('#text'), '@polybot_local_bot predict');
  await page.selectOption('#chat', { label: 'Private' });
  assert.equal(await page.inputValue('#text'), 'predict', 'nobody needs to be named in private');
  await page.selectOption('#chat', { label: 'Group' });
  await page.click('#send');
  await page.locator('.message:not(.mine) .quote').filter({ hasText: '@polybot_local_bot predict' }).first().waitFor({ timeout: ANSWER_LIMIT });

  await page.setInputFiles('#picker', photo);
  await page.locator('#previews button').click();
  assert.equal(await page.inputValue('#text'), '', 'the caption goes with the picture');
  await close();
});

test('what the stand-in refuses is said in the language of the page', async () => {
  const { page, close } = await open({ locale: 'de-DE', expected: /status of 400/ });
  await page.locator('#menu-button').waitFor();
  const refusal = async () => {
    await page.click('#send');
    const toast = page.locator('.toast.error').last();
    await toast.waitFor();
    const text = await toast.textContent();
    await toast.evaluate(node => node.remove());
    return text;
  };

  await page.setInputFiles('#picker', file('leer.jpg', Buffer.alloc(0)));
  assert.match(await refusal(), /Die Datei ist leer/);
  await page.locator('#previews button').click();
  await page.fill('#text', 'x'.repeat(1500));
  await page.setInputFiles('#picker', photo);
  assert.match(await refusal(), /Bildunterschrift .* 1.?024 Zeichen/);
  await close();
});

test('the menu of commands is used by keyboard alone, and typing goes on after it', async () => {
  const { page, close } = await open();
  const isOpen = () => page.locator('#menu').isVisible();
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.closest('[id]').id);
  await page.locator('#menu-button').waitFor();

  await page.locator('#menu-button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  assert.deepEqual([await isOpen(), await focused()], [false, 'menu-button'], 'Escape closes it');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.deepEqual([await isOpen(), await focused()], [true, 'menu'], 'Tab goes into it');
  await page.keyboard.press('Escape');
  assert.deepEqual([await isOpen(), await focused()], [false, 'menu-button']);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await nextAnyAnswer(page, () => page.keyboard.press('Enter'));
  assert.deepEqual([await isOpen(), await focused()], [false, 'text']);
  await close();
});

test('words that are pasted together with a picture of them stay', async () => {
  const { page, close } = await open();
  await page.locator('#menu-button').waitFor();
  const paste = kinds => page.evaluate(kinds => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['…'], 'image.png', { type: 'image/png' }));
    Object.entries(kinds).forEach(([kind, content]) => clipboardData.setData(kind, content));
    document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);

  await page.fill('#text', 'See: ');
  await paste({ 'text/plain': 'three dogs', 'text/html': '<p>three dogs</p>' });
  assert.equal(await page.inputValue('#text'), 'See: three dogs');
  assert.equal(await page.locator('#previews li').count(), 1);

  await page.keyboard.press('Escape');
  await page.fill('#text', '');
  await paste({ 'text/plain': '/home/me/image.png' });
  assert.equal(await page.inputValue('#text'), 'predict', 'where a file lies is not what its owner says');
  await close();
});

/** Attaches a picture that the page draws itself. */
async function attachDrawing(page, drawn) {
  await page.evaluate(async ({ width, height, type, isNoise }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const drawing = canvas.getContext('2d');
    drawing.fillRect(0, 0, width, height);
    if (isNoise) {
      const noise = drawing.createImageData(width, height);
      for (let i = 0; i < noise.data.length; i += 65536) {
        crypto.getRandomValues(noise.data.subarray(i, Math.min(i + 65536, noise.data.length)));
      }
      for (let i = 3; i < noise.data.length; i += 4) noise.data[i] = 255;
      drawing.putImageData(noise, 0, 0);
    }
    const blob = await new Promise(resolve => canvas.toBlob(resolve, type));
    const files = new DataTransfer();
    files.items.add(new File([blob], `drawing.${type.slice('image/'.length)}`, { type }));
    const picker = document.getElementById('picker');
    picker.files = files.files;
    picker.dispatchEvent(new Event('change'));
  }, drawn);
}

async function nextAnyAnswer(page, act) {
  const theirs = page.locator('.message:not(.mine)');
  const before = await theirs.count();
  await act();
  await theirs.nth(before).waitFor({ timeout: ANSWER_LIMIT });
}
