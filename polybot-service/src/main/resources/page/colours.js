import { COCO } from './classes.js';

/** Each class has the colour that it has in the pictures that the detector draws: by its number in the model's own list. */
const GOLDEN_ANGLE = 0.6180339887498949;
const FIRST_HUE = 0.02;
const SATURATIONS = [0.82, 0.95, 0.62];
const BRIGHTNESSES = [0.98, 0.8, 0.92];
/** Up to here white can be read better, from here on black; the lesser contrast of both is 4.6 to 1. */
const WHITE_IS_READABLE_UP_TO = 0.179;

/** @returns {{line: string, ink: string}} the class's colour, and black or white, whichever can be read on it */
export function colourOf(className) {
  const rgb = ofIndex(indexOf(className));
  return { line: `rgb(${rgb.join(' ')})`, ink: luminance(rgb) > WHITE_IS_READABLE_UP_TO ? '#000' : '#fff' };
}

/** A class that no list has gets a colour of its own too, the same each time. */
export function indexOf(className) {
  const known = COCO.indexOf(className);
  return known >= 0 ? known : 80 + ([...className].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % 120);
}

export function ofIndex(index) {
  const tone = index % 3;
  return fromHsb((FIRST_HUE + index * GOLDEN_ANGLE) % 1, SATURATIONS[tone], BRIGHTNESSES[tone]);
}

function fromHsb(hue, saturation, brightness) {
  const part = offset => {
    const place = (offset + hue * 6) % 6;
    return Math.round(255 * brightness * (1 - saturation * Math.max(0, Math.min(place, 4 - place, 1))));
  };
  return [part(5), part(3), part(1)];
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map(part => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
