import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { root } from './stack.mjs';

const standIn = join(root, 'local-stack/src/main/java/dev/polybot/local/telegram');
globalThis.document ??= { documentElement: {}, querySelectorAll: () => [] };
const { LANGUAGES, readable, speak } = await import(pathToFileURL(join(root, 'local-stack/src/main/resources/dev/polybot/local/page/words.js')));

test('everything that the stand-in refuses a person is said in the language of the page', () => {
  const sources = ['chat/Person', 'api/Limits', 'picture/Media', 'picture/PhotoSizes', 'picture/PictureFile', 'http/PartStream'];
  const refusals = sources.flatMap(name => [...readFileSync(join(standIn, `${name}.java`), 'utf8').matchAll(/(?:badRequest\((?!"malformed|"the multipart)|UnusablePicture\(|Refusal\(413, )([^;]*)\);/g)])
    .map(([, sentence]) => [...sentence.matchAll(/"([^"]*)"/g)].map(([, words]) => words).join('0'))
    .filter(sentence => sentence);
  assert.ok(refusals.length >= 10, `${refusals}`);
  for (const language of LANGUAGES) {
    speak(language);
    const fault = readable('something else').replace('something else', '').trim();
    for (const refusal of refusals) {
      const said = readable(`Bad Request: ${refusal}`);
      assert.ok(!said.includes(refusal) && !said.includes(fault), `${language}: ${said}`);
    }
  }
});
