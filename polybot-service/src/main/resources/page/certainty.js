import { usualPercentage } from './filter.js';

/** From which certainty on things count, everywhere on the page: each model's own, until somebody moves the slider. */
class Certainty extends EventTarget {
  #chosen = null;

  /** As a fraction. */
  for(modelName) {
    return this.#chosen ?? usualPercentage(modelName) / 100;
  }

  choose(fraction) {
    this.#chosen = fraction;
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
  const least = certainty.for(model);
  for (const [name, confidence] of things) {
    if (confidence >= least) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

export const sum = counts => [...counts.values()].reduce((total, count) => total + count, 0);
