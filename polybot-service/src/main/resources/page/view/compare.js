import { original } from '../api.js';
import { certainty, sideBySide } from '../certainty.js';
import { byId, element, oncePerFrame, write } from '../dom.js';
import { drawn } from '../drawing.js';
import { isShown } from '../filter.js';
import { imageOf } from '../images.js';
import { className, percent, say, thingsOf } from '../words.js';

/** Two looks side by side: one picture at two certainties, or two predictions, such as those of two models. */
export class Compare {
  #pictures;
  #journey;
  #sides;

  /** @param current gives the picture that is open */
  constructor(pictures, journey, current) {
    this.#pictures = pictures;
    this.#journey = journey;
    const tell = () => this.#tell();
    this.#sides = ['left', 'right'].map(name => new Side(byId(`compare-${name}`), journey, tell));
    byId('compare').onclick = () => this.#open(current());
    byId('compare-close').onclick = () => byId('compare-dialog').close();
  }

  #open(picture) {
    const done = this.#pictures.all.filter(({ state, id }) => id && (state === 'done' || state === 'loading'));
    const twin = done.find(other => other !== picture && other.name === picture.name);
    const [left, right] = sideBySide(picture, twin);
    byId('compare-dialog').showModal();
    this.#sides[0].offer(done, picture, left);
    this.#sides[1].offer(done, twin ?? picture, right);
  }

  #tell() {
    const [left, right] = this.#sides.map(({ counts }) => counts);
    if (!left || !right) {
      write(byId('compare-difference'), '');
      return;
    }
    const names = [...new Set([...left.keys(), ...right.keys()])];
    const differences = names.map(name => [name, (right.get(name) ?? 0) - (left.get(name) ?? 0)]).filter(([, count]) => count !== 0);
    write(
      byId('compare-difference'),
      differences.length === 0 ? say('noDifference') : `${say('difference')} ${differences.map(([name, count]) => `${className(name)} ${count > 0 ? '+' : '−'}${Math.abs(count)}`).join(', ')}`,
    );
  }
}

class Side {
  /** How often each class is there; null while that is not known. */
  counts = null;
  #journey;
  #told;
  #choice;
  #slider;
  #output;
  #facts;
  #canvas;
  #pictures = [];
  #image = null;
  #prediction = null;
  #loading = new AbortController();
  #draw = oncePerFrame(() => this.#drawNow());

  constructor(node, journey, told) {
    this.#journey = journey;
    this.#told = told;
    this.#choice = element('select', { 'aria-label': say('pictureToCompare') });
    this.#slider = element('input', { type: 'range', min: 10, max: 95, step: 1, 'aria-label': say('leastCertainty') });
    this.#output = element('output', {});
    this.#facts = element('p', { className: 'soft small' });
    this.#canvas = element('canvas', { role: 'img' });
    node.append(this.#choice, element('div', { className: 'compare-threshold' }, this.#slider, this.#output), this.#canvas, this.#facts);
    this.#choice.onchange = () => this.#show(this.#pictures[this.#choice.selectedIndex]);
    this.#slider.oninput = this.#draw;
  }

  offer(pictures, chosen, threshold) {
    this.#pictures = pictures;
    this.#choice.replaceChildren(...pictures.map(picture => element('option', { textContent: [picture.name, picture.model].filter(Boolean).join(' · '), selected: picture === chosen })));
    this.#slider.value = Math.round(threshold * 100);
    this.#show(chosen);
  }

  /** Whoever chooses another one in the meantime sees that one, whichever is there first. */
  async #show(picture) {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#prediction = this.#image = null;
    this.#draw();
    await this.#journey.load(picture);
    const blob = signal.aborted ? null : (picture.file ?? (await original(picture.id, { signal }).catch(() => null)));
    const image = blob && !signal.aborted ? await imageOf(blob) : null;
    if (!signal.aborted) {
      this.#prediction = picture.prediction ?? null;
      this.#image = image;
      this.#draw();
    }
  }

  #drawNow() {
    const threshold = this.#slider.value / 100;
    write(this.#output, percent(threshold));
    this.#slider.ariaValueText = percent(threshold);
    this.#canvas.style.visibility = this.#image ? '' : 'hidden';
    this.counts = null;
    if (this.#prediction) {
      this.#tell(this.#prediction, threshold);
    } else {
      write(this.#facts, '');
    }
    this.#told();
  }

  #tell({ labels: all = [], model }, threshold) {
    const labels = all.filter(label => isShown(label, { ...certainty.filter(model?.name), threshold })).sort((one, other) => other.confidence - one.confidence);
    this.counts = new Map();
    labels.forEach(label => this.counts.set(label.class, (this.counts.get(label.class) ?? 0) + 1));
    const found = [...this.counts].map(([name, count]) => `${className(name)} ${count}`).join(', ');
    write(this.#facts, [model?.name, thingsOf(labels.length, all.length, certainty.classes), found].filter(Boolean).join(' · '));
    this.#canvas.ariaLabel = this.#facts.textContent;
    if (this.#image) {
      drawn(this.#image, labels, this.#canvas);
    }
  }
}
