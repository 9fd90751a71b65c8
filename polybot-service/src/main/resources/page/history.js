/**
 * What this browser remembers: ids, names and small thumbnails of the latest pictures, no pictures and no key. A browser that
 * allows no storage remembers nothing, and everything else works.
 */
const PLACE = 'polybot.pictures';
const MOST = 60;
const MOST_THINGS = 100;

export function remember(pictures) {
  const notes = pictures
    .filter(picture => picture.id && picture.state !== 'gone')
    .slice(0, MOST)
    .map(({ id, name, time, thumbnail, state, things, model }) => ({ id, name, time, thumbnail, things: things?.slice(0, MOST_THINGS), model, running: state === 'queued', failed: state === 'failed' }));
  for (let most = notes.length; most >= 0; most = most === 0 ? -1 : Math.floor(most / 2)) {
    try {
      localStorage.setItem(PLACE, JSON.stringify(notes.slice(0, most)));
      return;
    } catch {
      // Full: fewer of them.
    }
  }
}

/** What was remembered and is still of the shape that it should have. */
export function recall() {
  try {
    const notes = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return notes
      .filter(note => typeof note.id === 'string' && typeof note.name === 'string')
      .slice(0, MOST)
      .map(({ id, name, time, thumbnail, things, model, running, failed }) => ({
        id,
        name,
        time: Number(time) || 0,
        thumbnail: /^data:image\/jpeg;base64,/.test(thumbnail) ? thumbnail : undefined,
        things: areThings(things) ? things : undefined,
        model: typeof model === 'string' ? model : undefined,
        state: running ? 'queued' : failed ? 'failed' : 'done',
      }));
  } catch {
    return [];
  }
}

const areThings = things => Array.isArray(things) && things.every(thing => Array.isArray(thing) && typeof thing[0] === 'string' && typeof thing[1] === 'number');
