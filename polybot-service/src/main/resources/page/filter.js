/** Which of the found things are shown: those certain enough, of the chosen classes; of all classes when none is chosen. */
export const isShown = (label, { threshold, classes }) => label.confidence >= threshold && (classes.size === 0 || classes.has(label.class));

/** From which percentage on the model's things count as found, unless somebody asks for others: that of its settings. */
export const usualPercentage = modelName => (modelName === 'nanodet-g' ? 37 : 25);

export const lessCertain = (labels, threshold) => labels.filter(label => label.confidence < threshold).length;

/** Each class and how often it is there with at least that certainty, the most frequent first; those that are chosen even if they are not there. */
export function countsByClass(labels, threshold, chosen = new Set()) {
  const counts = new Map([...chosen].map(name => [name, 0]));
  for (const label of labels) {
    counts.set(label.class, (counts.get(label.class) ?? 0) + (label.confidence >= threshold ? 1 : 0));
  }
  return [...counts].filter(([name, count]) => count > 0 || chosen.has(name)).sort((one, other) => other[1] - one[1]);
}

/** Where a box lies, as fractions from the top left, within the picture. */
export function area({ normalised: { cx, cy, width, height } }) {
  const within = value => Math.min(1, Math.max(0, value));
  const left = within(cx - width / 2);
  const top = within(cy - height / 2);
  return { left, top, width: within(cx + width / 2) - left, height: within(cy + height / 2) - top };
}
