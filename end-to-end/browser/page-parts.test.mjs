import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from './stack.mjs';

globalThis.navigator ??= { language: 'en' };
globalThis.location ??= { origin: 'http://polybot', pathname: '/' };

const part = name => import(join(root, 'polybot-service/src/main/resources/page', name));
const { read } = await part('address.js');
const { COCO } = await part('classes.js');
const { colourOf, indexOf, ofIndex } = await part('colours.js');
const { dataOf, eventsOf } = await part('events.js');
const { area, countsByClass, isShown, lessCertain, usualPercentage } = await part('filter.js');
const { isPicture, objection } = await part('intake.js');
const { recall, remember } = await part('history.js');
const { apart, coco, csv, yolo } = await part('formats.js');
const { crc32, zip } = await part('zip.js');
const { drawn } = await part('drawing.js');
const { PLACES, placed } = await part('plates.js');
const { mayPass } = await part('pictures.js');
const { percent, seconds, thingsOf } = await part('words.js');
const { certainty, countsIn, sideBySide, sum, thingsIn } = await part('certainty.js');
const { readable } = await part('images.js');
const { snippets } = await part('try-it-snippets.js');

const label = (name, confidence) => ({ class: name, confidence, normalised: { cx: 0.5, cy: 0.5, width: 0.2, height: 0.4 } });

test('the classes are those that the models number', () => {
  const java = readFileSync(join(root, 'common-model/src/main/java/dev/polybot/model/detection/CocoClasses.java'), 'utf8');
  assert.deepEqual(COCO, [...java.matchAll(/^\s+"([^"]+)"/gm)].map(match => match[1]));
});

test('colours are those of the pictures that the detector draws', () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(ofIndex), [[250, 70, 45], [10, 43, 204], [157, 235, 89], [250, 45, 200], [10, 204, 195]]);
  assert.equal(new Set(COCO.map(name => colourOf(name).line)).size, 80);
  assert.ok(indexOf('a class of its own') >= 80);
});

test('what is written on a colour can be read, as the WCAG measures it', () => {
  const luminance = rgb => rgb.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  for (const name of COCO) {
    const { line, ink } = colourOf(name);
    const background = luminance(line.match(/\d+/g).map(Number));
    const contrast = ink === '#fff' ? 1.05 / (background + 0.05) : (background + 0.05) / 0.05;
    assert.ok(contrast >= 4.5, `${name}: ${contrast}`);
  }
});

test('things are shown that are certain enough and of a chosen class', () => {
  const labels = [label('dog', 0.9), label('cat', 0.5), label('dog', 0.2)];
  const all = { threshold: 0.25, classes: new Set() };
  assert.deepEqual(labels.filter(one => isShown(one, all)).length, 2);
  assert.deepEqual(labels.filter(one => isShown(one, { ...all, classes: new Set(['cat']) })), [labels[1]]);
  assert.deepEqual(countsByClass(labels, 0.1), [['dog', 2], ['cat', 1]]);
  assert.deepEqual(countsByClass(labels, 0.6), [['dog', 1]]);
  assert.deepEqual(countsByClass(labels, 0.6, new Set(['cat'])), [['dog', 1], ['cat', 0]], 'what is chosen can be seen to be');
  assert.equal(lessCertain(labels, 0.25), 1);
});

test('things count from where the settings of the model have it', () => {
  const settings = JSON.parse(readFileSync(join(root, 'models/nanodet-g.json'), 'utf8'));
  assert.equal(usualPercentage(settings.name), settings.confidence * 100);
  assert.equal(usualPercentage('yolov5n'), 25);
});

test('a box that reaches over the edge ends there', () => {
  const { left, width, top, height } = area({ normalised: { cx: 0.05, cy: 0.5, width: 0.4, height: 2 } });
  assert.deepEqual([left, top, height], [0, 0, 1]);
  assert.ok(Math.abs(width - 0.25) < 1e-9);
});

test('an address names a picture, nothing, or nonsense', () => {
  assert.deepEqual(read(''), {});
  assert.deepEqual(read('#'), {});
  assert.deepEqual(read('#a-B_9'), { id: 'a-B_9' });
  assert.deepEqual(read('#../x'), { nonsense: true });
  assert.deepEqual(read(`#${'x'.repeat(129)}`), { nonsense: true });
});

test('events are read however they are cut up', async () => {
  const text = 'retry: 2000\nevent: prediction\ndata: {"a":\ndata: "ä"}\n\n: waiting\n\ndata: 2\r\n\r\ndata: cut off';
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 3, 1000]) {
    const body = new ReadableStream({
      start(controller) {
        for (let from = 0; from < bytes.length; from += size) {
          controller.enqueue(bytes.slice(from, from + size));
        }
        controller.close();
      },
    });
    const seen = [];
    for await (const data of eventsOf(body)) {
      seen.push(data);
    }
    assert.deepEqual(seen, ['{"a":\n"ä"}', '2'], `in pieces of ${size}`);
  }
  assert.equal(dataOf(': only a comment'), '');
});

test('a picture is known by how it begins', async () => {
  const head = (...bytes) => new Uint8Array([...bytes, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.ok(isPicture(head(0xff, 0xd8, 0xff, 0xe0)));
  assert.ok(isPicture(head(0xff, 0xd8, 0, 0)), 'stray bytes after the start of a JPEG');
  assert.ok(isPicture(head(0x89, 0x50, 0x4e, 0x47)));
  assert.ok(isPicture(new TextEncoder().encode('RIFF1234WEBP')));
  assert.ok(!isPicture(new TextEncoder().encode('RIFF1234WAVE')));
  assert.ok(!isPicture(new TextEncoder().encode('<svg xmlns=')));
  assert.ok(!isPicture(new Uint8Array()));
  assert.match(await objection(new Blob(['x'.repeat(11)]), 10), /make it smaller/);
  assert.equal(await objection(new Blob([]), 10), 'This file is empty.');
});

test('memory that somebody else wrote, or that is full, breaks nothing', () => {
  const store = new Map();
  globalThis.localStorage = { getItem: key => store.get(key) ?? null, setItem: (key, value) => store.set(key, value) };
  for (const content of ['not json', '{}', '[1, null, {"id": 3}]']) {
    store.set('polybot.pictures', content);
    assert.deepEqual(recall(), [], content);
  }
  const pictures = Array.from({ length: 100 }, (_, index) => ({ id: `id${index}`, name: 'n', time: 1, state: 'done', thumbnail: 'javascript:alert(1)' }));
  remember(pictures);
  assert.equal(recall().length, 60);
  assert.equal(recall()[0].thumbnail, undefined);

  globalThis.localStorage.setItem = (key, value) => {
    if (value.length > 300) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    store.set(key, value);
  };
  remember(pictures);
  assert.ok(recall().length > 0 && recall().length < 10);
});

const results = () =>
  apart([
    { name: 'a.jpg', width: 200, height: 100, labels: [label('dog', 0.9), label('cat', 0.5)] },
    { name: 'A.jpg', width: 10, height: 10, labels: [] },
    { name: '../a.png', width: 200, height: 100, labels: [label('=helmet, "new"', 0.25)] },
  ]);

test('what is remembered of a picture says whether it failed, is under way or was looked at', () => {
  globalThis.localStorage = { kept: null, getItem() { return this.kept; }, setItem(_, content) { this.kept = content; } };
  remember(['failed', 'queued', 'done'].map(state => ({ id: state, name: `${state}.jpg`, time: 1, state })));

  assert.deepEqual(recall().map(({ state }) => state), ['failed', 'queued', 'done']);
});

test('exported pictures keep their names and never take each other\'s', () => {
  assert.deepEqual(results().map(({ file }) => file), ['a.jpg', 'A-2.jpg', '.._a.png']);
  assert.equal(new Set(results().map(({ stem }) => stem.toLowerCase())).size, 3);
  assert.ok(results().every(({ file, stem }) => !/[\\/]/.test(file) && !/[\\/]|^\./.test(stem)));
  assert.equal(apart([{ name: '' }])[0].file, 'picture');
});

test('an exported picture whose name no other has keeps it, whatever else is exported', () => {
  const named = names => apart(names.map(name => ({ name, width: 1, height: 1, labels: [] })));
  const kept = ['classes.jpg', 'a.jpg', 'a.png', 'a-2.jpg', '10:30.jpg', '.hidden.png'];
  assert.deepEqual(named(kept).map(({ file }) => file), kept);
  assert.deepEqual(named(kept).map(({ stem }) => stem), ['classes', 'a', 'a-3', 'a-2', '10_30', '_hidden']);
  assert.deepEqual(JSON.parse(coco(named(kept))).images.map(({ file_name }) => file_name), kept);
  assert.deepEqual(named(['a.jpg', 'A.jpg', 'a-2.jpg']).map(({ file }) => file), ['a.jpg', 'A-3.jpg', 'a-2.jpg']);
  assert.deepEqual(yolo(named(['classes-2.jpg', 'classes.jpg'])).map(({ name }) => name), ['classes-2.txt', 'classes-3.txt', 'classes.txt', 'photos.csv']);
});

test('a picture of any shape is saved with all its pixels, as far as a canvas has room, and with names that fit', () => {
  for (const [width, height, pixels] of [[200, 12000, 2_400_000], [12000, 200, 2_400_000], [640, 480, 750_000], [9000, 6000, 16_000_000], [100_000, 50, 128_000]]) {
    const context = { measureText: text => ({ width: text.length * 9 }), drawImage() {}, fillRect() {}, strokeRect() {}, fillText() {} };
    const canvas = { getContext: () => Object.assign(context, { canvas }) };
    drawn({ naturalWidth: width, naturalHeight: height }, [label('dog', 0.9)], canvas);
    assert.ok(Math.abs(canvas.width * canvas.height / pixels - 1) < 0.05, `${width} × ${height}: ${canvas.width} × ${canvas.height}`);
    assert.ok(parseInt(context.font.split(' ')[1]) <= Math.max(15, Math.min(canvas.width, canvas.height) / 10), context.font);
  }
});

test('nothing is said to have taken no time', () => {
  assert.deepEqual([0, 4, 10, 256, 1260].map(seconds), ['< 0.01 s', '< 0.01 s', '0.01 s', '0.26 s', '1.3 s']);
});

test('a CSV has a line for each thing, in pixels, and no formulas', () => {
  const lines = csv(results()).trimEnd().split('\r\n');
  assert.equal(lines[0], 'photo,class,confidence,x,y,width,height');
  assert.equal(lines[1], 'a.jpg,dog,0.900000,80.0,30.0,40.0,40.0');
  assert.match(lines[3], /,"'=helmet, ""new""",0\.250000,/);
});

test('a COCO document names images, things and classes by numbers that fit', () => {
  const { images, annotations, categories } = JSON.parse(coco(results()));
  assert.deepEqual(images.map(({ id, width }) => [id, width]), [[1, 200], [2, 10], [3, 200]]);
  assert.deepEqual(annotations.map(one => [one.id, one.image_id, categories.find(({ id }) => id === one.category_id).name]), [[1, 1, 'dog'], [2, 1, 'cat'], [3, 3, '=helmet, "new"']]);
  assert.deepEqual(annotations[0].bbox.map(Math.round), [80, 30, 40, 40]);
  assert.equal(JSON.parse(coco(apart([{ name: 'x', width: 1, height: 1, labels: [label('dog', 1)] }]))).annotations[0].category_id, COCO.indexOf('dog') + 1);
});

test('YOLO has a file for each picture, also for one without a thing', () => {
  const files = Object.fromEntries(yolo(results()).map(({ name, content }) => [name, content]));
  const names = files['classes.txt'].trimEnd().split('\n');
  assert.equal(Object.keys(files).length, 5);
  assert.equal(files['A-2.txt'], '');
  assert.equal(files['a.txt'].split('\n')[0], `${names.indexOf('dog')} 0.500000 0.500000 0.200000 0.400000 0.900000`);
});

test('YOLO says whose each file is, whatever the photos are called', () => {
  const photos = yolo(apart(['dog.jpg', 'dog.png', 'dog.jpg', 'classes.jpg', '=a,b.png'].map(name => ({ name, width: 10, height: 10, labels: [] })))).find(({ name }) => name === 'photos.csv');
  assert.equal(photos.content, 'photo,labels\r\ndog.jpg,dog.txt\r\ndog.png,dog-3.txt\r\ndog-2.jpg,dog-2.txt\r\nclasses.jpg,classes-2.txt\r\n"\'=a,b.png","\'=a,b.txt"\r\n');
});

test('what is told as so many per cent is there when so many are asked for', () => {
  for (const confidence of [0.1, 0.29, 0.3951, 0.4, 0.57, 0.58, 0.9499999, 0.999, 1]) {
    const told = Number(percent(confidence).replace(' %', ''));
    assert.ok(isShown(label('dog', confidence), { threshold: told / 100, classes: new Set() }), `${confidence} as ${told} %`);
    assert.ok(!isShown(label('dog', confidence), { threshold: (told + 1) / 100, classes: new Set() }), `${confidence} as ${told} %`);
  }
});

test('whoever reads an export finds what the screen shows with any threshold', () => {
  const nearly = apart([{ name: 'a', width: 1, height: 1, labels: [label('dog', 0.499999)] }]);
  assert.match(csv(nearly), /dog,0\.499999,/);
  assert.match(yolo(nearly)[0].content, / 0\.499999\n$/);
});

test('a picture called like the list of names leaves it its place', () => {
  const names = yolo(apart([{ name: 'classes.jpg', width: 10, height: 10, labels: [] }, { name: 'Classes.png', width: 10, height: 10, labels: [] }])).map(({ name }) => name);
  assert.deepEqual(names, ['classes-3.txt', 'Classes-2.txt', 'classes.txt', 'photos.csv']);
});

test('names that some file systems take for one are told apart', () => {
  const names = ['\u00e9t\u00e9.jpg', 'e\u0301te\u0301.jpg', '\u00c9T\u00c9.png'];
  const taken = yolo(apart(names.map(name => ({ name, width: 10, height: 10, labels: [] })))).map(({ name }) => name.normalize('NFC').toLowerCase());
  assert.deepEqual(taken, ['\u00e9t\u00e9.txt', '\u00e9t\u00e9-2.txt', '\u00e9t\u00e9-3.txt', 'classes.txt', 'photos.csv']);
});

test('a ZIP holds what was put in, for every program that reads one', async () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { execFileSync } = await import('node:child_process');
  const folder = mkdtempSync(join(tmpdir(), 'polybot-zip-'));
  try {
    const content = new Uint8Array(70_000).map((_, index) => index % 251);
    writeFileSync(join(folder, 'x.zip'), new Uint8Array(await (await zip([{ name: 'straße/ä.txt', content: 'äöü' }, { name: 'b.bin', content: new Blob([content]) }, { name: 'empty', content: '' }])).arrayBuffer()));
    const script = 'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({i.filename: len(z.read(i)) for i in z.infolist()}))';
    const read = JSON.parse(execFileSync('python3', ['-c', script, join(folder, 'x.zip')], { encoding: 'utf8' }));
    assert.deepEqual(read, { 'straße/ä.txt': 6, 'b.bin': 70_000, empty: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a name finds a place that covers no more certain one, and is left out where there is none', () => {
  const plate = { width: 60, height: 20 };
  const box = { left: 10, top: 30, width: 100, height: 50 };
  const many = placed(Array.from({ length: 8 }, () => ({ box, plate })), { width: 200, height: 100 });
  const seen = many.filter(({ at }) => at).map(({ at }) => at);
  assert.equal(many[0].place, 'above');
  assert.ok(seen.length >= 2 && seen.length < 8);
  for (const one of seen) {
    assert.ok(one.left >= 0 && one.top >= 0 && one.right <= 200 && one.bottom <= 100);
    assert.equal(seen.filter(other => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).length, 1);
  }
});

test('four things that fill the picture have their names in its corners', () => {
  const whole = { left: 0, top: 0, width: 200, height: 100 };
  const corners = placed(Array.from({ length: 4 }, () => ({ box: whole, plate: { width: 60, height: 20 } })), whole);
  assert.deepEqual(corners.map(({ at }) => at && [at.left, at.top]), [[0, 0], [140, 0], [0, 80], [140, 80]]);
  const style = readFileSync(join(root, 'polybot-service/src/main/resources/page/workspace.css'), 'utf8');
  const sides = new Set(PLACES.map(place => place.replace(/-right$/, '')));
  sides.delete('above');
  sides.forEach(side => assert.ok(style.includes(`[data-name^=${side}]`), `${side} is where the style puts it`));
});

test('another try is offered only where it can end otherwise', () => {
  const java = readFileSync(join(root, 'common-model/src/main/java/dev/polybot/model/prediction/FailureCode.java'), 'utf8');
  const codes = [...java.matchAll(/^\s+([A-Z_]+),?$/gm)].map(match => match[1]);
  assert.ok(codes.length >= 10);
  assert.deepEqual(codes.filter(code => mayPass({ code })), ['PICTURE_MISSING', 'GAVE_UP', 'CANCELLED']);
  assert.ok(mayPass(undefined));
});

test('what counts follows the slider for every picture, and each model until then', () => {
  const picture = thingsIn({ model: { name: 'nanodet-g' }, labels: [label('dog', 0.55), label('dog', 0.3), label('cat', 0.9)] });
  const other = { ...picture, model: 'yolov5n' };
  assert.equal(countsIn({}), null);
  assert.equal(sum(countsIn(picture)), 2);
  assert.equal(sum(countsIn(other)), 3);
  for (let percentage = 10; percentage <= 95; percentage++) {
    certainty.choose(percentage / 100);
    assert.equal(sum(countsIn(picture)), [0.55, 0.3, 0.9].filter(confidence => confidence >= percentage / 100).length, `${percentage} %`);
  }
});

test('side by side, each model\'s findings are from its own certainty on, and one picture\'s from two', () => {
  certainty.choose(null);
  assert.deepEqual(sideBySide({ model: 'yolov5n' }, { model: 'nanodet-g' }), [0.25, 0.37]);
  assert.deepEqual(sideBySide({ model: 'yolov5n' }, null), [0.25, 0.5]);
  certainty.choose(0.8);
  assert.deepEqual(sideBySide({ model: 'yolov5n' }, { model: 'nanodet-g' }), [0.8, 0.8]);
  assert.deepEqual(sideBySide({ model: 'yolov5n' }, null), [0.8, 0.95]);
});

test('what counts are the chosen classes, in every picture, until all are chosen again', () => {
  const picture = thingsIn({ model: { name: 'yolov5n' }, labels: [label('dog', 0.9), label('dog', 0.1), label('cat', 0.9)] });
  certainty.choose(0.25);
  certainty.chooseClasses(['dog']);
  assert.deepEqual([...countsIn(picture)], [['dog', 1]]);
  assert.equal(thingsOf(0, 3, certainty.classes), 'Nothing of what is chosen');
  certainty.chooseClasses([]);
  assert.equal(sum(countsIn(picture)), 2);
  assert.equal(thingsOf(0, 3, certainty.classes), 'Nothing this certain');
});

test('a JPEG with stray bytes behind its start is the same without them, and every other file stays as it is', async () => {
  const bytes = async blob => [...new Uint8Array(await blob.arrayBuffer())];
  assert.deepEqual(await bytes(await readable(new Blob([new Uint8Array([0xff, 0xd8, 0, 0, 0, 0xff, 0xe0, 1, 2])]))), [0xff, 0xd8, 0xff, 0xe0, 1, 2]);
  for (const whole of [[0xff, 0xd8, 0xff, 0xe0, 1], [0xff, 0xd8, 0, 0], [0x89, 0x50, 0, 0xff], []]) {
    const blob = new Blob([new Uint8Array(whole)]);
    assert.equal(await readable(blob), blob, `${whole}`);
  }
});

/** Runs a snippet as it stands, in a folder with two files. */
async function ran(language, request, folder) {
  const code = snippets[language](request);
  const [program, argument, input] = {
    curl: ['bash', ['-c', code]],
    JavaScript: [process.execPath, ['--input-type=module', '-e', code]],
    Python: ['python3', ['-c', code]],
    Java: ['jshell', ['-s', '-'], `${code}\n/exit\n`],
  }[language];
  const { spawn } = await import('node:child_process');
  const child = spawn(program, argument, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  let said = '';
  child.stdout.on('data', chunk => (said += chunk));
  child.stderr.on('data', chunk => (said += chunk));
  await new Promise(resolve => child.once('close', resolve));
  return said;
}

test('each snippet sends every file that is chosen, and saves an answer that is a picture under a name that says which kind', { timeout: 120_000 }, async () => {
  const { createServer } = await import('node:http');
  const { existsSync, mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { spawnSync } = await import('node:child_process');
  const missing = { Python: spawnSync('python3', ['-c', 'import requests']).status !== 0, Java: spawnSync('jshell', ['--version']).status !== 0 };
  const folder = mkdtempSync(join(tmpdir(), 'polybot-snippets-'));
  const picture = Buffer.from([0xff, 0xd8, 0xff, 0, 0x80, 0x0a]);
  const received = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = new Response(Buffer.concat(chunks), { headers: { 'Content-Type': request.headers['content-type'] ?? 'text/plain' } });
    received.push(request.headers['content-type']?.startsWith('multipart/') ? await Promise.all([...(await answer.formData()).values()].map(async file => [file.name, await file.text()])) : await answer.text());
    response.writeHead(request.url === '/gone' ? 404 : 200, { 'Content-Type': 'image/png' }).end(request.method === 'GET' ? picture : 'answered');
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const files = ['a b,c.jpg', 'it\'s "b";.jpg'];
  try {
    files.forEach((name, index) => writeFileSync(join(folder, name), `content ${index}`));
    for (const language of Object.keys(snippets).filter(name => !missing[name])) {
      received.length = 0;
      assert.match(await ran(language, { method: 'POST', url, headers: { Prefer: 'wait=1' }, files, form: true, saves: null }, folder), /answered/, language);
      assert.deepEqual(received.at(-1).map(([, content]) => content), ['content 0', 'content 1'], language);
      await ran(language, { method: 'POST', url, headers: { 'Content-Type': 'application/octet-stream' }, files: files.slice(0, 1), form: false, saves: null }, folder);
      assert.equal(received.at(-1), 'content 0', language);

      const get = { method: 'GET', headers: {}, files: [], form: false, saves: 'image' };
      await ran(language, { ...get, url: `${url}gone` }, folder);
      assert.ok(!existsSync(join(folder, 'image.png')), `${language}: what is no picture is not saved as one`);
      assert.ok(!(await ran(language, { ...get, url }, folder)).includes('\ufffd'), language);
      assert.deepEqual(readFileSync(join(folder, 'image.png')), picture, `${language}: it is called what it is`);
      rmSync(join(folder, 'image.png'));
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
