import { COCO } from './classes.js';

/**
 * What was found in many pictures, as other programs read it; the same forms as `./polybot predict --format`.
 * Each result is {name, width, height, labels}, its labels as the REST tier has them.
 */

/** Numbers of classes, from 0: those that are known in their order, then whatever else turns up. */
export const numbersOf = (results, known) => [...new Set([...known, ...results.flatMap(({ labels }) => labels.map(label => label.class))])];

/** What YOLO calls the list of the classes' names, without `.txt`. */
const CLASSES = 'classes';

/** What macOS and Windows take for one name is the same. */
const asOne = name => name.normalize('NFC').toLowerCase();

/** Each name, with a number where an earlier one or `taken` has it: one that can stay as it is stays. */
function distinct(names, numbered, taken = []) {
  const own = new Set(names.map(asOne));
  const used = new Set(taken);
  return names.map(name => {
    let free = name;
    for (let number = 2; used.has(asOne(free)) || (free !== name && own.has(asOne(free))); number++) {
      free = numbered(name, number);
    }
    used.add(asOne(free));
    return free;
  });
}

const withNumber = (stem, number) => `${stem}-${number}`;

/** Gives each result a `file`, by which it is told from the others, and a `stem`, by which files that are made of it do not take each other's place. */
export function apart(results) {
  const files = distinct(
    results.map(({ name }) => (name || 'picture').replace(/[\\/\u0000-\u001f]/g, '_')),
    (file, number) => file.replace(/(\.[^.]*)?$/, `-${number}$1`),
  );
  const stems = distinct(
    files.map(file => file.replace(/(?<=.)\.[^.]*$/, '').replace(/[:*?"<>|]/g, '_').replace(/^\.+/, '_')),
    withNumber,
  );
  return results.map((result, index) => ({ ...result, file: files[index], stem: stems[index] }));
}

const pixels = ({ width, height }, { normalised: box }) => ({
  x: (box.cx - box.width / 2) * width,
  y: (box.cy - box.height / 2) * height,
  width: box.width * width,
  height: box.height * height,
});

// A cell that a spreadsheet would run as a formula begins with an apostrophe.
const cell = text => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export function csv(results) {
  const lines = results.flatMap(result =>
    result.labels.map(label => {
      const box = pixels(result, label);
      return [cell(result.file), cell(label.class), label.confidence.toFixed(6), ...[box.x, box.y, box.width, box.height].map(value => value.toFixed(1))].join(',');
    }),
  );
  return ['photo,class,confidence,x,y,width,height', ...lines, ''].join('\r\n');
}

export function coco(results, known = COCO) {
  const names = numbersOf(results, known);
  const annotations = results.flatMap((result, index) =>
    result.labels.map(label => {
      const box = pixels(result, label);
      return { image_id: index + 1, category_id: names.indexOf(label.class) + 1, score: label.confidence, area: box.width * box.height, iscrowd: 0, bbox: [box.x, box.y, box.width, box.height] };
    }),
  );
  return JSON.stringify({
    images: results.map(({ file, width, height }, index) => ({ id: index + 1, file_name: file, width, height })),
    annotations: annotations.map((annotation, index) => ({ id: index + 1, ...annotation })),
    categories: names.map((name, index) => ({ id: index + 1, name })),
  });
}

/** A file for each picture, the names of the numbers, and whose file is which. */
export function yolo(results, known = COCO) {
  const names = numbersOf(results, known);
  const line = ({ class: name, confidence, normalised: box }) => [names.indexOf(name), ...[box.cx, box.cy, box.width, box.height].map(value => value.toFixed(6)), confidence.toFixed(6)].join(' ');
  const files = distinct(results.map(({ stem }) => stem), withNumber, [CLASSES]).map(stem => `${stem}.txt`);
  return [
    ...results.map(({ labels }, index) => ({ name: files[index], content: labels.map(label => `${line(label)}\n`).join('') })),
    { name: `${CLASSES}.txt`, content: names.map(name => `${name}\n`).join('') },
    { name: 'photos.csv', content: ['photo,labels', ...results.map(({ file }, index) => `${cell(file)},${cell(files[index])}`), ''].join('\r\n') },
  ];
}
