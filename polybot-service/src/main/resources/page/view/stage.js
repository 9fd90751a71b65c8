import { original } from '../api.js';
import { byId, write } from '../dom.js';
import { readable } from '../images.js';
import { isRunning } from '../pictures.js';
import { statusOf, takesLong } from '../status.js';
import { say, seconds } from '../words.js';

/** One picture, large: at once from the person's own file, later from the server; and how far it is. */
export class Stage {
  image = byId('picture');
  #frame = byId('frame');
  #source = null;
  #loading = new AbortController();

  /** @returns once the picture can be seen, or it is known that it cannot */
  async show(picture) {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#frame.classList.remove('seen', 'unseeable');
    this.image.removeAttribute('src');
    if (this.#source) {
      URL.revokeObjectURL(this.#source);
      this.#source = null;
    }
    this.#shape(picture.prediction?.picture);
    try {
      const blob = picture.file ?? (picture.id && picture.state !== 'gone' ? await original(picture.id, { signal }) : null);
      const shown = blob && (await readable(blob));
      if (!shown || signal.aborted) {
        return;
      }
      this.#source = this.image.src = URL.createObjectURL(shown);
      await this.image.decode();
      if (!signal.aborted) {
        this.#shape({ width: this.image.naturalWidth, height: this.image.naturalHeight });
        this.#frame.classList.add('seen');
      }
    } catch {
      if (!signal.aborted) {
        this.#frame.classList.add('unseeable');
      }
    }
  }

  /** Puts into words what the picture's state is. @param first whether no other stands before it in the queue */
  tell(picture, first) {
    const status = statusOf(picture, first);
    const running = isRunning(picture) || picture.state === 'loading';
    write(byId('stage-title'), picture.name || say('loading'));
    write(byId('stage-facts'), facts(picture));
    this.image.alt = picture.name;
    byId('scan').hidden = picture.state !== 'queued';
    byId('pill').hidden = !running;
    write(byId('pill'), takesLong(picture) ? say('lookingLong') : status);
    const trouble = picture.state === 'failed' || picture.state === 'gone';
    byId('trouble').hidden = !trouble;
    write(byId('trouble-text'), trouble ? picture.sentence : '');
    byId('trouble-retry').hidden = !picture.retry || !trouble;
    byId('actions').hidden = byId('zoom').hidden = trouble;
    byId('actions').classList.toggle('unready', !picture.prediction);
    this.#frame.classList.toggle('empty', trouble && !this.#frame.classList.contains('seen'));
    this.#shapeOnce(picture);
  }

  #shapeOnce(picture) {
    if (!this.#frame.classList.contains('seen') && picture.prediction?.picture) {
      this.#shape(picture.prediction.picture);
    }
  }

  /** Room for the picture before it is there: nothing jumps when it comes. */
  #shape({ width = 4, height = 3 } = {}) {
    this.#frame.style.setProperty('--width', width);
    this.#frame.style.setProperty('--height', height);
    this.#frame.classList.toggle('unshaped', width <= 4);
  }
}

function facts({ prediction }) {
  const { picture, timings } = prediction ?? {};
  return [picture && say('size', picture.width, picture.height), timings?.total !== undefined && say('took', seconds(timings.total))].filter(Boolean).join(' · ');
}
