import { isShown, usualPercentage } from './filter.js';

/**
 * Which things count, everywhere on the page: from which certainty on, each model's own until somebody moves the slider, and of which
 * classes, all until somebody chooses some.
 */
class Certainty extends EventTarget {
  #chosen = null;
  #classes = new Set();

  /** As a fraction. */
  for(modelName) {
    return this.#chosen ?? usualPercentage(modelName) / 100;
  }

  /** What of a model's findings is to be seen. */
  filter(modelName) {
    return { threshold: this.for(modelName), classes: this.#classes };
  }

  get classes() {
    return this.#classes;
  }

  choose(fraction) {
    this.#chosen = fraction;
    this.dispatchEvent(new Event('change'));
  }

  /** @param names none for all */
  chooseClasses(names) {
    this.#classes = new Set(names);
    this.dispatchEvent(new Event('change'));
  }
}

export const certainty = new Certainty();

/** What of a picture is remembered: class and certainty of each thing, and the model that found them. */
export function thingsIn(prediction) {
  return { model: prediction.model?.name ?? null, things: (prediction.labels ?? []).map(label => [label.class, label.confidence]) };
}

/** How many things a picture has right now, by class; null when nobody has looked at it yet. */
export function countsIn({ things, model }) {
  if (!things) {
    return null;
  }
  const counts = new Map();
  const filter = certainty.filter(model);
  for (const [name, confidence] of things) {
    if (isShown({ class: name, confidence }, filter)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** Where both sides of a comparison begin: a picture and another prediction of it, or the picture alone, at two certainties. */
export function sideBySide(picture, other) {
  const usual = certainty.for(picture.model);
  return [usual, other ? certainty.for(other.model) : Math.min(0.95, usual + 0.25)];
}

export const sum = counts => [...counts.values()].reduce((total, count) => total + count, 0);
