/** The one found thing that is pointed at: for as long as pointer or focus are on it, or until it is let go when it was pinned. */
export class Highlight extends EventTarget {
  #pointed = null;
  #pinned = null;

  get label() {
    return this.#pointed ?? this.#pinned;
  }

  isPinned(label) {
    return this.#pinned === label;
  }

  point(label) {
    this.#pointed = label;
    this.dispatchEvent(new Event('change'));
  }

  pin(label) {
    this.#pinned = this.#pinned === label ? null : label;
    this.#pointed = null;
    this.dispatchEvent(new Event('change'));
  }

  clear() {
    this.#pinned = null;
    this.point(null);
  }

  /** Lets a button stand for a label, in the picture or in the list. */
  attach(button, label) {
    button.addEventListener('pointerenter', event => event.pointerType === 'mouse' && this.point(label));
    button.addEventListener('pointerleave', event => event.pointerType === 'mouse' && this.point(null));
    button.addEventListener('focus', () => button.matches(':focus-visible') && this.point(label));
    button.addEventListener('blur', () => this.point(null));
    button.addEventListener('click', () => this.pin(label));
  }
}
