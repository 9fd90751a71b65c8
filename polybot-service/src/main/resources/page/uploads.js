import { Problem, Unreachable, submit } from './api.js';
import { backoff, pause } from './pause.js';
import { say } from './words.js';

const LANES = 3;
/** Long enough for a bot that is started again, or a laptop that finds its network. */
const PATIENCE = 120_000;

/** Sends waiting pictures, a few at a time. When the server is busy, all lanes wait as long as it asks for. */
export class Uploads {
  #pictures;
  #sent;
  #connection;
  #busyLanes = 0;
  #goesOnAt = 0;

  /**
   * @param sent is told of each picture that the server has taken
   * @param connection is told whether the server answers
   */
  constructor(pictures, sent, connection) {
    this.#pictures = pictures;
    this.#sent = sent;
    this.#connection = connection;
  }

  begin() {
    while (this.#busyLanes < LANES && this.#next()) {
      this.#busyLanes++;
      this.#lane().finally(() => this.#busyLanes--);
    }
  }

  async #lane() {
    for (let picture = this.#next(); picture; picture = this.#next()) {
      this.#pictures.change(picture, { state: 'uploading', percent: 0 });
      try {
        const prediction = await this.#send(picture);
        this.#pictures.change(picture, { id: prediction.id, name: picture.name, state: 'queued', queuedAt: Date.now() });
        this.#sent(picture, prediction);
      } catch (error) {
        if (!picture.stopped.signal.aborted) {
          const failed = { state: 'failed', ...reason(error) };
          this.#pictures.change(picture, failed);
          if (error instanceof Problem && error.status === 401) {
            // Whoever has no key is not asked for it again for each of the others.
            this.#pictures.all.filter(other => other.state === 'waiting').forEach(other => this.#pictures.change(other, failed));
          }
        }
      }
    }
  }

  #next() {
    return this.#pictures.all.find(picture => picture.state === 'waiting');
  }

  async #send(picture) {
    const { signal } = picture.stopped;
    const onProgress = fraction => this.#pictures.change(picture, { percent: Math.floor(fraction * 100) });
    const until = Date.now() + PATIENCE;
    for (let attempt = 0; ; attempt++) {
      await this.#whileBusy(picture);
      try {
        const prediction = await submit(picture.file, { name: picture.name, onceKey: picture.onceKey, onProgress, signal });
        this.#connection(true);
        return prediction;
      } catch (error) {
        const busy = error instanceof Problem && (error.status === 429 || error.status === 503);
        if (busy) {
          this.#goesOnAt = Date.now() + 1000 * (error.retryAfter || 2);
        } else if (error instanceof Unreachable && Date.now() < until) {
          this.#connection(false);
          await pause(backoff(attempt), signal);
        } else {
          throw error;
        }
      }
    }
  }

  async #whileBusy(picture) {
    for (let left = this.#goesOnAt - Date.now(); left > 0; left = this.#goesOnAt - Date.now()) {
      this.#pictures.change(picture, { pausedFor: Math.ceil(left / 1000) });
      await pause(Math.min(left, 1000), picture.stopped.signal);
    }
    this.#pictures.change(picture, { pausedFor: 0, percent: 0 });
  }
}

function reason(error) {
  if (error instanceof Unreachable || error.name === 'NotReadableError') {
    return { sentence: say('unreachable'), retry: 'send' };
  }
  if (error instanceof Problem) {
    return {
      sentence: error.status === 401 ? say('keyMissing') : error.message || say('unexpected'),
      // What is wrong with a picture stays wrong.
      retry: [413, 415, 422].includes(error.status) ? null : 'send',
    };
  }
  return { sentence: say('unexpected'), retry: 'send' };
}
