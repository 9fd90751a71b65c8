/** Where the names of boxes go: on the screen and in a picture that is saved alike. */
export const PLACES = ['above', 'above-right', 'inside', 'below', 'inside-right', 'below-right', 'inside-bottom', 'inside-bottom-right'];

/** @param box {left, top, width, height}; plate {width, height}, all in the same unit */
export function plateAt(place, box, plate) {
  const left = box.left + (place.endsWith('right') ? box.width - plate.width : 0);
  const bottom = place.includes('bottom') ? box.height - plate.height : 0;
  const top = box.top + (place.startsWith('above') ? -plate.height : place.startsWith('below') ? box.height : bottom);
  return { left, top, right: left + plate.width, bottom: top + plate.height };
}

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Finds each name a place at its box where it covers no more certain one's.
 *
 * @param items {box, plate} each, the most certain first
 * @returns for each {place, at}; `at` is null where there is no room
 */
export function placed(items, { width, height }) {
  const taken = [];
  return items.map(({ box, plate }) => {
    const within = PLACES.map(place => [place, plateAt(place, box, plate)]).filter(([, at]) => at.left >= 0 && at.top >= 0 && at.right <= width && at.bottom <= height);
    const free = within.find(([, at]) => !taken.some(other => overlap(at, other)));
    if (free) {
      taken.push(free[1]);
    }
    return { place: (free ?? within[0])?.[0] ?? 'inside', at: free?.[1] ?? null };
  });
}
