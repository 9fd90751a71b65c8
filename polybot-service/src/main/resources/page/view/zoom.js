import { byId, write } from '../dom.js';
import { percent } from '../words.js';

const MOST = 8;
const STEP = 1.5;
/** A pointer that moves further than this drags and does not press. */
const SLIP = 4;

/** Enlarges the picture and moves it: buttons, keys, wheel with Ctrl, two fingers; drawing the pointer moves it. */
export class Zoom {
  #frame = byId('frame');
  #layer = byId('layer');
  #scale = 1;
  #x = 0;
  #y = 0;
  #pointers = new Map();
  #dragged = false;

  constructor() {
    byId('zoom-in').onclick = () => this.#to(this.#scale * STEP);
    byId('zoom-out').onclick = () => this.#to(this.#scale / STEP);
    byId('zoom-fit').onclick = () => this.reset();
    const frame = this.#frame;
    frame.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    frame.addEventListener('dblclick', event => event.target.closest('.box') || this.#to(this.#scale > 1 ? 1 : 2.5, event));
    frame.addEventListener('pointerdown', event => this.#down(event));
    frame.addEventListener('pointermove', event => this.#move(event));
    ['pointerup', 'pointercancel', 'pointerleave'].forEach(kind => frame.addEventListener(kind, event => this.#pointers.delete(event.pointerId)));
    frame.addEventListener('click', event => this.#dragged && (event.stopPropagation(), event.preventDefault()), { capture: true });
    this.#draw();
  }

  reset() {
    this.#scale = 1;
    this.#x = this.#y = 0;
    this.#draw();
  }

  /** @returns whether the key was one of these */
  key(name) {
    const act = { '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', 0: 'zoom-fit' }[name];
    if (act) {
      byId(act).click();
    }
    return Boolean(act);
  }

  /** Enlarges so that what is below the point stays there. @param point in the window; by default the frame's middle */
  #to(scale, point) {
    const { left, top, width, height } = this.#frame.getBoundingClientRect();
    const x = point ? point.clientX - left : width / 2;
    const y = point ? point.clientY - top : height / 2;
    const next = Math.min(MOST, Math.max(1, scale));
    this.#x = x - ((x - this.#x) * next) / this.#scale;
    this.#y = y - ((y - this.#y) * next) / this.#scale;
    this.#scale = next;
    this.#draw();
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#to(this.#scale * Math.exp(-event.deltaY / 300), event);
    }
  }

  #down(event) {
    this.#dragged = false;
    if (event.button === 0) {
      this.#pointers.set(event.pointerId, event);
    }
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const other = [...this.#pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
    if (!other && this.#scale === 1) {
      return;
    }
    if (!this.#dragged && Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < SLIP) {
      return;
    }
    this.#dragged = true;
    this.#pointers.set(event.pointerId, event);
    if (other) {
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
      this.#to((this.#scale * distance(event)) / Math.max(1, distance(before)), middle);
    } else {
      this.#x += event.clientX - before.clientX;
      this.#y += event.clientY - before.clientY;
      this.#draw();
    }
  }

  #draw() {
    const { clientWidth, clientHeight } = this.#frame;
    const within = (value, side) => Math.min(0, Math.max(side * (1 - this.#scale), value));
    this.#x = within(this.#x, clientWidth);
    this.#y = within(this.#y, clientHeight);
    const { style } = this.#layer;
    // Larger and not only drawn larger: names keep the size in which they can be read.
    style.width = style.height = `${this.#scale * 100}%`;
    style.translate = `${this.#x}px ${this.#y}px`;
    this.#frame.classList.toggle('enlarged', this.#scale > 1);
    byId('zoom-out').disabled = byId('zoom-fit').disabled = this.#scale === 1;
    byId('zoom-in').disabled = this.#scale === MOST;
    write(byId('zoom-fit'), percent(this.#scale));
  }
}
