import { colourOf } from '../colours.js';
import { byId, element, roving } from '../dom.js';
import { area, isShown } from '../filter.js';
import { className, percent, say } from '../words.js';

const PLACES = ['above', 'above-right', 'inside', 'below', 'inside-right'];

function plateAt(place, { offsetLeft, offsetTop, offsetWidth, offsetHeight, firstChild: plate }) {
  const left = offsetLeft + (place.endsWith('right') ? offsetWidth - plate.offsetWidth : 0);
  const top = offsetTop + (place.startsWith('above') ? -plate.offsetHeight : place === 'below' ? offsetHeight : 0);
  return { left, top, right: left + plate.offsetWidth, bottom: top + plate.offsetHeight };
}

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The boxes over the picture, each a button: what can be hovered can be tapped and reached by keyboard too. */
export class Boxes {
  #group = byId('boxes');
  #settle = roving(this.#group, '.box');
  #boxes = new Map();
  #highlight;

  constructor(highlight) {
    this.#highlight = highlight;
    this.#group.ariaLabel = say('boxesLabel');
    highlight.addEventListener('change', () => this.#mark());
    new ResizeObserver(() => this.#placeNames()).observe(this.#group);
  }

  draw(labels) {
    this.#boxes = new Map(labels.map(label => [label, this.#box(label)]));
    this.#group.replaceChildren(...this.#boxes.values());
  }

  filter(filter) {
    this.#boxes.forEach((box, label) => (box.hidden = !isShown(label, filter)));
    this.#placeNames();
    this.#settle();
  }

  #box(label) {
    const { left, top, width, height } = area(label);
    const colour = colourOf(label.class);
    const certainty = percent(label.confidence);
    const plate = element('span', { className: 'plate' }, `${className(label.class)} ${certainty}`);
    const box = element('button', { type: 'button', className: 'box', 'aria-label': say('boxLabel', className(label.class), certainty) }, plate);
    const { style } = box;
    style.left = `${left * 100}%`;
    style.top = `${top * 100}%`;
    style.width = `${width * 100}%`;
    style.height = `${height * 100}%`;
    // Small ones lie above large ones, so that each can be pointed at.
    style.zIndex = 1 + Math.round(1000 * (1 - width * height));
    style.setProperty('--colour', colour.line);
    style.setProperty('--ink', colour.ink);
    this.#highlight.attach(box, label);
    return box;
  }

  /** Each name finds a place at its box where it covers no more certain one's; if there is none, it is seen when its box is pointed at. */
  #placeNames() {
    const { clientWidth, clientHeight } = this.#group;
    const taken = [];
    for (const box of this.#boxes.values()) {
      if (box.hidden) {
        continue;
      }
      const within = PLACES.map(place => [place, plateAt(place, box)]).filter(([, plate]) => plate.left >= 0 && plate.top >= 0 && plate.right <= clientWidth && plate.bottom <= clientHeight);
      const free = within.find(([, plate]) => !taken.some(other => overlap(plate, other)));
      box.dataset.name = (free ?? within[0])?.[0] ?? 'inside';
      box.classList.toggle('nameless', !free);
      if (free) {
        taken.push(free[1]);
      }
    }
  }

  #mark() {
    const { label: marked } = this.#highlight;
    this.#group.classList.toggle('pointing', Boolean(marked));
    this.#boxes.forEach((box, label) => {
      box.classList.toggle('marked', label === marked);
      box.ariaPressed = String(this.#highlight.isPinned(label));
    });
  }
}
