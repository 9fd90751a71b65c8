import { imageOf } from './images.js';

const SIDE = 112;
const QUALITY = 0.6;

let last = Promise.resolve();

/** A small square of a picture as a data address; null when the browser cannot show it. One at a time: decoding takes memory. */
export function thumbnailOf(blob) {
  const mine = last.then(() => draw(blob)).catch(() => null);
  last = mine;
  return mine;
}

async function draw(blob) {
  const image = await imageOf(blob);
  if (!image) {
    return null;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const side = Math.min(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  return canvas.toDataURL('image/jpeg', QUALITY);
}
