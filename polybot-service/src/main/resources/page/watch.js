import { Problem, Unreachable, events, prediction } from './api.js';
import { eventsOf } from './events.js';
import { backoff, pause } from './pause.js';

/** A browser has six connections to a server; uploads take three of them. */
const LANES = 2;
const TURN = 20_000;
const STREAMS_AGAIN_AFTER = 60_000;

/**
 * Follows pictures to their end: by server-sent events, and by asking again and again where these do not come through. Each
 * picture has its turn, so that one that takes long holds up no other.
 */
export class Watch {
  #line = [];
  #busyLanes = 0;
  #streamsFrom = 0;
  #ended;
  #connection;

  /**
   * @param ended is told of a picture and its prediction, or its problem
   * @param connection is told whether the server answers
   */
  constructor(ended, connection) {
    this.#ended = ended;
    this.#connection = connection;
  }

  follow(picture) {
    this.#line.push(picture);
    if (this.#busyLanes < LANES) {
      this.#busyLanes++;
      this.#lane().finally(() => this.#busyLanes--);
    }
  }

  async #lane() {
    for (let picture = this.#line.shift(); picture; picture = this.#line.shift()) {
      const { signal } = picture.stopped;
      try {
        const end = await this.#turn(picture, signal);
        if (end) {
          this.#ended(picture, end);
        } else {
          this.#line.push(picture);
        }
      } catch (error) {
        if (!signal.aborted) {
          this.#ended(picture, null, error);
        }
      }
    }
  }

  /** The prediction's end, or null when others should have their turn. */
  async #turn(picture, signal) {
    const until = Date.now() + TURN;
    for (let attempt = 0; Date.now() < until; attempt++) {
      try {
        const end = Date.now() >= this.#streamsFrom ? await this.#stream(picture, signal) : final(await prediction(picture.id, { signal }));
        this.#connection(true);
        if (end) {
          return end;
        }
        await pause(backoff(attempt), signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Problem && error.status !== 429 && error.status < 500) {
          throw error;
        }
        this.#connection(!(error instanceof Unreachable));
        await pause(Math.max(backoff(attempt), 1000 * (error.retryAfter ?? 0)), signal);
      }
    }
    return null;
  }

  async #stream(picture, signal) {
    const turn = AbortSignal.any([signal, AbortSignal.timeout(TURN)]);
    let heard = false;
    try {
      const response = await events(picture.id, { signal: turn });
      for await (const data of eventsOf(response.body)) {
        heard = true;
        this.#connection(true);
        const end = final(JSON.parse(data));
        if (end) {
          return end;
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Problem && (error.status === 404 || error.status === 401)) {
        throw error;
      }
    }
    if (!heard) {
      this.#streamsFrom = Date.now() + STREAMS_AGAIN_AFTER;
    }
    return null;
  }
}

const final = prediction => (prediction.status === 'queued' ? null : prediction);
