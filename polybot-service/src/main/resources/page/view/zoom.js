import { byId, write } from '../dom.js';
import { percent } from '../words.js';

/** Of the whole picture in its frame; more where a pixel of the picture has not so many of the screen yet. */
const MOST = 8;
const MOST_PIXELS = 8;
const STEP = 1.5;
const DOUBLE_CLICK = 2.5;
/** How far an arrow key moves the picture, as a part of the frame. */
const KEY_STEP = 1 / 8;
/** A pointer that moves further than this drags and does not press. */
const SLIP = 4;

const BUTTONS = { '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', 0: 'zoom-fit' };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Enlarges the picture and moves it: buttons, keys, wheel with Ctrl, two fingers, a double click; drawing the pointer and arrow keys move it. */
export class Zoom {
  #frame = byId('frame');
  #layer = byId('layer');
  #scale = 1;
  /** Which point of the picture is in the frame's middle, in parts of the picture: it stays there when the window changes. */
  #middle = { x: 0.5, y: 0.5 };
  #pointers = new Map();
  #dragged = false;

  constructor() {
    byId('zoom-in').onclick = () => this.#to(this.#scale * STEP);
    byId('zoom-out').onclick = () => this.#to(this.#scale / STEP);
    byId('zoom-fit').onclick = () => this.reset();
    const frame = this.#frame;
    frame.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    frame.addEventListener('dblclick', event => this.#doubleClick(event));
    frame.addEventListener('pointerdown', event => this.#down(event));
    frame.addEventListener('pointermove', event => this.#move(event));
    ['pointerup', 'pointercancel', 'pointerleave'].forEach(kind => frame.addEventListener(kind, event => this.#pointers.delete(event.pointerId)));
    frame.addEventListener('click', event => this.#dragged && (event.stopPropagation(), event.preventDefault()), { capture: true });
    // A native drag, of a selection for example, would end the pointer's events.
    frame.addEventListener('dragstart', event => event.preventDefault());
    const sizes = new ResizeObserver(() => this.#draw());
    sizes.observe(frame);
    sizes.observe(this.#layer);
  }

  reset() {
    this.#scale = 1;
    this.#draw();
  }

  /** @param move whether arrow keys may move the picture. @returns whether the key did something here */
  key(name, move) {
    const button = BUTTONS[name];
    const arrow = move && this.#scale > 1 && ARROWS[name];
    if (button) {
      byId(button).click();
    } else if (arrow) {
      const [right, down] = arrow;
      this.#moveBy(-right * KEY_STEP * this.#frame.clientWidth, -down * KEY_STEP * this.#frame.clientHeight);
    }
    return Boolean(button || arrow);
  }

  /** Enlarges so that what is below the point stays there. @param point in the window; by default the frame's middle */
  #to(scale, point) {
    const { left, top, width, height } = this.#frame.getBoundingClientRect();
    const next = Math.min(this.#most(), Math.max(1, scale));
    if (point) {
      const closer = 1 - this.#scale / next;
      const picture = this.#layer.getBoundingClientRect();
      this.#middle.x += ((point.clientX - left - width / 2) / picture.width) * closer;
      this.#middle.y += ((point.clientY - top - height / 2) / picture.height) * closer;
    }
    this.#scale = next;
    this.#draw();
  }

  /** Of a long picture the whole is small: what is in it is seen all the same. */
  #most() {
    const { width } = this.#layer.getBoundingClientRect();
    return Math.max(MOST, width ? (MOST_PIXELS * byId('picture').naturalWidth * this.#scale) / width : 0);
  }

  #moveBy(x, y) {
    const { width, height } = this.#layer.getBoundingClientRect();
    this.#middle.x -= x / width;
    this.#middle.y -= y / height;
    this.#draw();
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#to(this.#scale * Math.exp(-event.deltaY / 300), event);
    }
  }

  #doubleClick(event) {
    this.#to(this.#scale > 1 ? 1 : DOUBLE_CLICK, event);
    this.#takeFocus();
  }

  /** From a box, whose keys lead to other boxes. */
  #takeFocus() {
    this.#frame.focus({ preventScroll: true });
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
    if (!this.#dragged) {
      if (Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < SLIP) {
        return;
      }
      this.#dragged = true;
      this.#takeFocus();
    }
    // Only now: a press that is captured would not come to the box that is pressed.
    this.#frame.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, event);
    if (other) {
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
      this.#to((this.#scale * distance(event)) / Math.max(1, distance(before)), middle);
    } else {
      this.#moveBy(event.clientX - before.clientX, event.clientY - before.clientY);
    }
  }

  #draw() {
    const { style } = this.#layer;
    // Larger and not only drawn larger: names keep the size in which they can be read.
    style.setProperty('--scale', this.#scale);
    const frame = this.#frame.getBoundingClientRect();
    const { width, height } = this.#layer.getBoundingClientRect();
    if (width && height) {
      const x = startOf(this.#middle.x, frame.width, width);
      const y = startOf(this.#middle.y, frame.height, height);
      this.#middle = { x: (frame.width / 2 - x) / width, y: (frame.height / 2 - y) / height };
      style.translate = `${x}px ${y}px`;
    }
    this.#frame.classList.toggle('enlarged', this.#scale > 1);
    byId('zoom-out').disabled = byId('zoom-fit').disabled = this.#scale === 1;
    byId('zoom-in').disabled = this.#scale >= this.#most() * 0.999;
    write(byId('zoom-fit'), percent(this.#scale));
  }
}

/** Where a side of the picture begins, so that the frame is filled as far as the picture reaches. */
function startOf(middle, side, length) {
  const room = side - length;
  return room >= 0 ? room / 2 : Math.min(0, Math.max(room, side / 2 - middle * length));
}
