/**
 * The pictures on the page, the latest first. A picture's `state` is one of
 * checking → waiting → uploading → queued → done | failed, or loading → done | failed | gone for one that was sent earlier.
 * A failed one's `retry` says what another try is: 'send' it, 'follow' what was sent, or null for none. Whoever changes a picture does it here, so that whoever shows it hears of it.
 */
export class Pictures extends EventTarget {
  #all = [];
  #lastKey = 0;

  get all() {
    return this.#all;
  }

  /** Puts pictures before those that are there, in their own order. */
  add(newOnes) {
    const added = newOnes.map(picture => ({ key: ++this.#lastKey, time: Date.now(), percent: 0, stopped: new AbortController(), ...picture }));
    this.#all = [...added, ...this.#all];
    this.#tell(null);
    return added;
  }

  change(picture, changes) {
    Object.assign(picture, changes);
    this.#tell(picture);
  }

  remove(...gone) {
    gone.forEach(picture => picture.stopped.abort());
    this.#all = this.#all.filter(picture => !gone.includes(picture));
    this.#tell(null);
  }

  /** Puts back what was removed. */
  restore(all) {
    this.#all = [...this.#all, ...all.filter(picture => !this.#all.includes(picture))];
    this.#tell(null);
  }

  withId(id) {
    return this.#all.find(picture => picture.id === id);
  }

  has(picture) {
    return this.#all.includes(picture);
  }

  #tell(picture) {
    this.dispatchEvent(new CustomEvent('change', { detail: picture }));
  }
}

const RUNNING = new Set(['checking', 'waiting', 'uploading', 'queued']);
export const isRunning = picture => RUNNING.has(picture.state);
/** Whichever of this browser's pictures was sent first of those that nobody has looked at. */
export const firstInQueue = pictures =>
  pictures.filter(picture => picture.state === 'queued').reduce((first, picture) => (first && first.queuedAt <= picture.queuedAt ? first : picture), null);

export const canRetry = picture => picture.state === 'failed' && Boolean(picture.retry);

const PASSING = new Set(['PICTURE_MISSING', 'GAVE_UP', 'CANCELLED']);
/** Whether the same picture may fare better at another try: what is wrong with the picture itself stays wrong. */
export const mayPass = failure => !failure || PASSING.has(failure.code);
