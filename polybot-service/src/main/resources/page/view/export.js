import { announce, toast } from '../aloud.js';
import { classes, original } from '../api.js';
import { certainty } from '../certainty.js';
import { byId, write } from '../dom.js';
import { annotated } from '../drawing.js';
import { isShown } from '../filter.js';
import { apart, coco, csv, yolo } from '../formats.js';
import { imageOf } from '../images.js';
import { save } from '../saving.js';
import { className, say } from '../words.js';
import { zip } from '../zip.js';

/** Names in a sentence. */
const MOST_NAMED = 5;

/** All that is to be seen in all pictures, by certainty and by class, in one file. */
export class Export {
  #pictures;
  #journey;
  #stopped = null;

  constructor(pictures, journey) {
    this.#pictures = pictures;
    this.#journey = journey;
    const dialog = byId('export-dialog');
    byId('export-all').onclick = () => {
      const names = [...certainty.classes].map(className).join(', ');
      byId('export-only').hidden = !names;
      write(byId('export-only'), say('exportOnly', names));
      const missing = this.#without(this.#done());
      byId('export-missing').hidden = !missing;
      write(byId('export-missing'), missing);
      dialog.showModal();
    };
    byId('export-cancel').onclick = () => dialog.close('no');
    dialog.onclose = () => this.#stopped?.abort();
    byId('export-form').onsubmit = event => {
      event.preventDefault();
      this.#make(new FormData(event.target).get('format'));
    };
  }

  async #make(format) {
    const { signal } = (this.#stopped = new AbortController());
    byId('export-go').disabled = true;
    try {
      const results = apart(await this.#results(signal));
      const file = results.length === 0 ? null : await this.#file(format, results, await classes({ signal }), signal);
      if (!signal.aborted) {
        file ? save(...file) : toast(say('nothingToExport'));
        announce(say('saved'));
        const missing = file && this.#without(results.map(({ picture }) => picture));
        missing && toast(missing);
        byId('export-dialog').close();
      }
    } catch {
      if (!signal.aborted) {
        toast(say('unexpected'));
      }
    } finally {
      byId('export-go').disabled = false;
      write(byId('export-progress'), '');
    }
  }

  #done() {
    return this.#pictures.all.filter(({ state }) => state === 'done' || state === 'loading');
  }

  /** Which pictures of the list have failed, are gone or under way, in a sentence; empty for none. */
  #without(included) {
    const names = this.#pictures.all.filter(picture => !included.includes(picture)).map(({ name }) => name);
    return names.length ? say('exportMissing', names.slice(0, MOST_NAMED).join(', '), Math.max(0, names.length - MOST_NAMED)) : '';
  }

  /** What was sent in an earlier session is asked for first. */
  async #results(signal) {
    const done = this.#done();
    const results = [];
    for (const [index, picture] of done.entries()) {
      write(byId('export-progress'), say('exporting', index + 1, done.length));
      await this.#journey.load(picture);
      const { prediction } = picture;
      if (!signal.aborted && prediction?.picture) {
        const filter = certainty.filter(prediction.model?.name);
        const labels = (prediction.labels ?? []).filter(label => isShown(label, filter)).sort((one, other) => other.confidence - one.confidence);
        results.push({ picture, name: picture.name, ...prediction.picture, threshold: filter.threshold, labels });
      }
    }
    return results;
  }

  async #file(format, results, known, signal) {
    switch (format) {
      case 'csv':
        return [new Blob([csv(results)], { type: 'text/csv' }), 'polybot.csv'];
      case 'coco':
        return [new Blob([coco(results, known)], { type: 'application/json' }), 'polybot-coco.json'];
      case 'yolo':
        return [await zip(yolo(results, known)), 'polybot-yolo.zip'];
      default:
        return [await zip(await this.#everything(results, known, signal)), 'polybot.zip'];
    }
  }

  async #everything(results, known, signal) {
    const drawn = [];
    for (const [index, { picture, stem, labels }] of results.entries()) {
      write(byId('export-progress'), say('drawing', index + 1, results.length));
      const blob = await this.#drawn(picture, labels, signal);
      if (blob) {
        drawn.push({ name: `pictures/${stem}.jpg`, content: blob });
      }
    }
    return [
      ...drawn,
      { name: 'found.csv', content: csv(results) },
      { name: 'coco.json', content: coco(results, known) },
      ...yolo(results, known).map(({ name, content }) => ({ name: `yolo/${name}`, content })),
      { name: 'predictions.json', content: JSON.stringify(results.map(({ picture, threshold, labels }) => ({ ...picture.prediction, summary: undefined, threshold, labels })), null, 2) },
    ];
  }

  /** A picture that cannot be had any more is left out; what was found in it is not. */
  async #drawn(picture, labels, signal) {
    try {
      const image = await imageOf(picture.file ?? (await original(picture.id, { signal })));
      return image && (await annotated(image, labels));
    } catch (error) {
      signal.throwIfAborted();
      return null;
    }
  }
}
