import { announce } from '../aloud.js';
import { certainty } from '../certainty.js';
import { colourOf } from '../colours.js';
import { byId, element, roving, write } from '../dom.js';
import { countsByClass, isShown, lessCertain } from '../filter.js';
import { className, percent, say, thingsOf } from '../words.js';

/** The list of what was found, and what of it is to be seen: by certainty and by class. */
export class Findings {
  #labels = [];
  #rows = new Map();
  #filter = certainty.filter();
  #list = byId('found');
  #settle = roving(this.#list, 'button');
  #settleChips = roving(byId('chips'), 'button');
  #highlight;
  #filtered;

  /** @param filtered is told whenever other things are to be shown */
  constructor(highlight, filtered) {
    this.#highlight = highlight;
    this.#filtered = filtered;
    const slider = byId('threshold');
    slider.value = Math.round(certainty.for() * 100);
    slider.oninput = () => {
      certainty.choose(slider.value / 100);
      this.#apply({ threshold: slider.value / 100 });
    };
    slider.onchange = () => announce(say('shownAloud', this.shown.length));
    highlight.addEventListener('change', () => this.#mark());
  }

  get filter() {
    return this.#filter;
  }

  get shown() {
    return this.#labels.filter(label => isShown(label, this.#filter));
  }

  draw(labels, modelName) {
    this.#labels = labels;
    this.#rows = new Map(labels.map(label => [label, this.#row(label)]));
    this.#list.replaceChildren(...this.#rows.values());
    byId('threshold').value = Math.round(certainty.for(modelName) * 100);
    this.#apply({ classes: certainty.classes, threshold: byId('threshold').value / 100 });
  }

  #apply(changes) {
    this.#filter = { ...this.#filter, ...changes };
    const { threshold } = this.#filter;
    this.#rows.forEach((row, label) => (row.hidden = !isShown(label, this.#filter)));
    const hidden = lessCertain(this.#labels, threshold);
    const count = this.shown.length;
    write(byId('findings-title'), thingsOf(count, this.#labels.length, certainty.classes));
    write(byId('threshold-value'), percent(threshold));
    byId('threshold').ariaValueText = percent(threshold);
    write(byId('hidden-count'), this.#labels.length === 0 ? say('nothingHere') : say('hiddenCount', hidden));
    this.#drawChips(threshold);
    this.#settle();
    this.#filtered();
  }

  #drawChips(threshold) {
    const { classes } = this.#filter;
    const counts = countsByClass(this.#labels, threshold, classes);
    const focused = document.activeElement?.closest?.('#chips button')?.dataset.name;
    const chips = counts.map(([name, count]) => this.#chip(name, count, classes.has(name)));
    const all = element('button', { type: 'button', className: 'chip', textContent: say('allClasses'), 'aria-pressed': String(classes.size === 0) });
    all.dataset.name = '';
    all.onclick = () => this.#choose([]);
    byId('chips').replaceChildren(...(counts.length > 1 || classes.size ? [all, ...chips] : []));
    this.#settleChips();
    if (focused !== undefined) {
      [...byId('chips').children].find(chip => chip.dataset.name === focused)?.focus();
    }
  }

  #chip(name, count, pressed) {
    const chip = element('button', { type: 'button', className: 'chip', 'aria-pressed': String(pressed) }, this.#swatch(name), className(name), element('b', { textContent: count }));
    chip.dataset.name = name;
    chip.onclick = () => {
      const classes = new Set(this.#filter.classes);
      classes.delete(name) || classes.add(name);
      this.#choose(classes);
      announce(say('shownAloud', this.shown.length));
    };
    return chip;
  }

  #choose(names) {
    certainty.chooseClasses(names);
    this.#apply({ classes: certainty.classes });
  }

  #row(label) {
    const bar = element('span', { className: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--part', label.confidence);
    bar.style.setProperty('--colour', colourOf(label.class).line);
    const button = element('button', { type: 'button' }, this.#swatch(label.class), element('span', { className: 'name', textContent: className(label.class) }), bar, element('span', { className: 'certainty', textContent: percent(label.confidence) }));
    this.#highlight.attach(button, label);
    return element('li', {}, button);
  }

  #swatch(name) {
    const swatch = element('i', { className: 'swatch', 'aria-hidden': 'true' });
    swatch.style.setProperty('--colour', colourOf(name).line);
    return swatch;
  }

  #mark() {
    const { label: marked } = this.#highlight;
    this.#rows.forEach((row, label) => {
      row.classList.toggle('marked', label === marked);
      row.firstChild.ariaPressed = String(this.#highlight.isPinned(label));
    });
    const row = marked && this.#rows.get(marked);
    if (row && this.#list.scrollHeight > this.#list.clientHeight) {
      const from = row.offsetTop - this.#list.offsetTop;
      if (from < this.#list.scrollTop || from + row.offsetHeight > this.#list.scrollTop + this.#list.clientHeight) {
        this.#list.scrollTop = from - this.#list.clientHeight / 2;
      }
    }
  }
}
