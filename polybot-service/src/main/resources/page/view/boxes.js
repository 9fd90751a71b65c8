import { colourOf } from '../colours.js';
import { byId, element, roving } from '../dom.js';
import { area, isShown } from '../filter.js';
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
    new ResizeObserver(() => this.#uncover()).observe(this.#group);
  }

  draw(labels, modelName) {
    this.#boxes = new Map(labels.map(label => [label, this.#box(label, modelName)]));
    this.#group.replaceChildren(...this.#boxes.values());
  }

  filter(filter) {
    this.#boxes.forEach((box, label) => (box.hidden = !isShown(label, filter)));
    this.#uncover();
    this.#settle();
  }

  #box(label, modelName) {
    const { left, top, width, height } = area(label);
    const colour = colourOf(label.class, modelName);
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
    box.classList.toggle('at-top', top < 0.06);
    box.classList.toggle('at-right', left > 0.6);
    this.#highlight.attach(box, label);
    return box;
  }

  /** A name that would lie on a more certain one's is left out until its box is pointed at. */
  #uncover() {
    const taken = [];
    for (const box of this.#boxes.values()) {
      const plate = box.firstChild.getBoundingClientRect();
      const covers = taken.some(other => plate.left < other.right && other.left < plate.right && plate.top < other.bottom && other.top < plate.bottom);
      box.classList.toggle('nameless', covers);
      if (!box.hidden && !covers) {
        taken.push(plate);
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
