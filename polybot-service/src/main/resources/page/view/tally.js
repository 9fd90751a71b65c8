import { announce } from '../aloud.js';
import { certainty, countsIn, sum } from '../certainty.js';
import { byId, oncePerFrame, write } from '../dom.js';
import { canRetry, isRunning } from '../pictures.js';
import { className, say } from '../words.js';

/** How many of many are done, counted since last none was running. */
export class Tally {
  #pictures;
  #batch = new Set();
  #told = 0;

  constructor(pictures) {
    this.#pictures = pictures;
    const draw = oncePerFrame(() => this.#draw());
    pictures.addEventListener('change', draw);
    certainty.addEventListener('change', draw);
  }

  #draw() {
    const { all } = this.#pictures;
    const running = all.filter(isRunning);
    if (running.length === 0) {
      this.#batch.clear();
    }
    running.forEach(picture => this.#batch.add(picture));
    this.#batch.forEach(picture => all.includes(picture) || this.#batch.delete(picture));
    const most = this.#batch.size;
    const done = most - running.length;
    byId('pictures').hidden = all.length === 0;
    write(byId('tally'), most > 1 ? say('tally', done, most) : all.length > 1 ? String(all.length) : '');
    byId('tally-bar').hidden = most < 2;
    byId('tally-bar').value = most ? done / most : 0;
    const retries = all.filter(canRetry).length;
    write(byId('retry-all'), say('retryAll', retries));
    byId('retry-all').hidden = retries < 2;
    byId('cancel-all').hidden = running.length < 2;
    byId('clear').hidden = running.length > 0 || all.length === 0;
    this.#total(all);
    this.#tell(done, most);
  }

  /** What is in all pictures together. */
  #total(all) {
    const counted = all.map(countsIn).filter(Boolean);
    const totals = new Map();
    counted.forEach(counts => counts.forEach((count, name) => totals.set(name, (totals.get(name) ?? 0) + count)));
    const classes = [...totals].sort((one, other) => other[1] - one[1]).map(([name, count]) => `${className(name)}\u00a0${count}`);
    byId('totals').hidden = counted.length < 2;
    write(byId('totals'), `${say('totals', sum(totals), counted.length)}${classes.length ? `: ${classes.join(', ')}` : ''}`);
    byId('export-all').hidden = counted.length === 0;
  }

  /** Every tenth, not every one. */
  #tell(done, most) {
    const tenth = most > 5 ? Math.floor((10 * done) / most) : 0;
    if (tenth > this.#told) {
      announce(say('tallyAloud', done, most));
    }
    this.#told = tenth;
  }
}
