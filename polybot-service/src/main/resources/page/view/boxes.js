import { colourOf } from '../colours.js';
import { byId, element, roving } from '../dom.js';
import { area, isShown } from '../filter.js';
import { placed } from '../plates.js';
import { className, percent, say } from '../words.js';

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
    const shown = [...this.#boxes.values()].filter(box => !box.hidden);
    const items = shown.map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight, firstChild: plate }) => ({
      box: { left: offsetLeft, top: offsetTop, width: offsetWidth, height: offsetHeight },
      plate: { width: plate.offsetWidth, height: plate.offsetHeight },
    }));
    placed(items, { width: this.#group.clientWidth, height: this.#group.clientHeight }).forEach(({ place, at }, index) => {
      shown[index].dataset.name = place;
      shown[index].classList.toggle('nameless', !at);
    });
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
