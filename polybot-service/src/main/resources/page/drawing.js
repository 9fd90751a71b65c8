import { colourOf } from './colours.js';
import { area } from './filter.js';
import { className, percent } from './words.js';

/** Phones refuse larger canvases. */
const LONGEST_SIDE = 4096;

/** The picture with the boxes that are shown right now, as a JPEG. */
export async function annotated(image, labels) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const unit = Math.max(1, Math.round(Math.max(canvas.width, canvas.height) / 400));
  labels.toReversed().forEach(label => drawBox(context, label, colourOf(label.class), unit));
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}

function drawBox(context, label, colour, unit) {
  const { canvas } = context;
  const { left, top, width, height } = area(label);
  const box = [left * canvas.width, top * canvas.height, width * canvas.width, height * canvas.height];
  for (const [style, line] of [['#111', unit * 2], [colour.line, unit]]) {
    context.strokeStyle = style;
    context.lineWidth = line;
    context.strokeRect(...box);
  }
  const size = Math.max(11, unit * 7);
  const text = `${className(label.class)} ${percent(label.confidence)}`;
  context.font = `600 ${size}px system-ui, sans-serif`;
  const plate = { width: context.measureText(text).width + size * 0.7, height: size * 1.4 };
  const x = Math.min(Math.max(0, box[0]), canvas.width - plate.width);
  const y = box[1] >= plate.height ? box[1] - plate.height : box[1];
  context.fillStyle = colour.line;
  context.fillRect(x, y, plate.width, plate.height);
  context.fillStyle = colour.ink;
  context.textBaseline = 'middle';
  context.fillText(text, x + size * 0.35, y + plate.height / 2);
}
