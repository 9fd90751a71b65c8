import { certainty, countsIn, sum } from './certainty.js';
import { say, thingsOf } from './words.js';

const LONG = 20_000;

/** How far a picture is, in a few words. @param first whether no other of this browser's stands before it in the queue */
export function statusOf(picture, first) {
  switch (picture.state) {
    case 'checking':
    case 'waiting':
      return say('waiting');
    case 'uploading':
      return picture.pausedFor ? say('pause', picture.pausedFor) : picture.percent === 100 ? say('sent') : say('uploading', picture.percent);
    case 'queued':
      return say(first ? 'looking' : 'queued');
    case 'done':
      return found(picture);
    default:
      return say(picture.state);
  }
}

function found(picture) {
  const counts = countsIn(picture);
  return counts ? thingsOf(sum(counts), picture.things.length, certainty.classes) : say('done');
}

export const takesLong = picture => picture.state === 'queued' && Date.now() - (picture.queuedAt ?? picture.time) > LONG;
