import { colourOf } from './colours.js';
import { area } from './filter.js';
import { placed } from './plates.js';
import { className, percent } from './words.js';

/** Phones refuse larger canvases, desktops longer ones. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 16_000;
/** Smaller pictures are enlarged, up to twice as on the screen, so that names of a readable size do not cover them. */
const LEAST_SIDE = 1000;
/** Of the longer side: what a name has on a screen that shows the whole picture; on a long one, what leaves it room in the shorter. */
const TEXT_SHARE = 1 / 56;
const TEXT_SHARE_OF_SHORTER = 1 / 14;
const LEAST_TEXT = 15;

/** The picture with the boxes that are shown right now, as a JPEG. @param labels the most certain first */
export async function annotated(image, labels) {
  const canvas = drawn(image, labels, document.createElement('canvas'));
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}

/** Draws picture and boxes. */
export function drawn(image, labels, canvas) {
  const longest = Math.max(image.naturalWidth, image.naturalHeight);
  const scale = Math.min(Math.sqrt(MOST_PIXELS / (image.naturalWidth * image.naturalHeight)), LONGEST_SIDE / longest, Math.max(1, Math.min(2, LEAST_SIDE / longest)));
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const size = Math.max(LEAST_TEXT, Math.round(Math.min(Math.max(canvas.width, canvas.height) * TEXT_SHARE, Math.min(canvas.width, canvas.height) * TEXT_SHARE_OF_SHORTER)));
  context.font = `600 ${size}px system-ui, sans-serif`;
  const items = labels.map(label => item(label, context, size));
  items.toReversed().forEach(({ box, colour }) => drawBox(context, box, colour, Math.max(2, size / 8)));
  placed(items, canvas).forEach(({ at }, index) => at && drawPlate(context, items[index], at, size));
  return canvas;
}

function item(label, context, size) {
  const { left, top, width, height } = area(label);
  const { canvas } = context;
  const text = `${className(label.class)} ${percent(label.confidence)}`;
  return {
    text,
    colour: colourOf(label.class),
    box: { left: left * canvas.width, top: top * canvas.height, width: width * canvas.width, height: height * canvas.height },
    plate: { width: context.measureText(text).width + size * 0.7, height: size * 1.4 },
  };
}

function drawBox(context, { left, top, width, height }, colour, line) {
  for (const [style, lineWidth] of [['#111', line * 2], [colour.line, line]]) {
    context.strokeStyle = style;
    context.lineWidth = lineWidth;
    context.strokeRect(left, top, width, height);
  }
}

function drawPlate(context, { text, colour, plate }, at, size) {
  context.fillStyle = colour.line;
  context.fillRect(at.left, at.top, plate.width, plate.height);
  context.fillStyle = colour.ink;
  context.textBaseline = 'middle';
  context.fillText(text, at.left + size * 0.35, at.top + plate.height / 2);
}
