import { announce, banner, toast } from './aloud.js';
import { Problem, Unreachable, prediction as fetchPrediction } from './api.js';
import { certainty, thingsIn } from './certainty.js';
import { isShown } from './filter.js';
import { MOST_AT_ONCE, newOnceKey, objection } from './intake.js';
import { backoff, pause } from './pause.js';
import { isRunning, mayPass } from './pictures.js';
import { thumbnailOf } from './thumbnails.js';
import { Uploads } from './uploads.js';
import { Watch } from './watch.js';
import { className, failureSentence, say, thingsOf } from './words.js';

/** Half a minute in all. */
const LOAD_ATTEMPTS = 7;

/** The way of each picture, from a person's file to what is in it. */
export class Journey {
  #pictures;
  #maxBytes;
  #uploads;
  #watch;

  constructor(pictures, maxBytes) {
    this.#pictures = pictures;
    this.#maxBytes = maxBytes;
    const connection = answers => banner(answers ? null : say('unreachableRetrying'));
    this.#uploads = new Uploads(pictures, picture => this.#watch.follow(picture), connection);
    this.#watch = new Watch(
      (picture, prediction, error) => (prediction ? this.#settle(picture, prediction, true) : this.#pictures.change(picture, trouble(error))),
      connection,
    );
  }

  /** Takes files in, and gives the first of them. */
  take(files) {
    const room = MOST_AT_ONCE - this.#pictures.all.filter(isRunning).length;
    if (files.length > room) {
      toast(say('tooMany', MOST_AT_ONCE));
    }
    const added = this.#pictures.add(files.slice(0, room).map(file => ({ file, name: file.name || say('photo'), state: 'checking', onceKey: newOnceKey() })));
    this.#check(added);
    return added[0];
  }

  async #check(added) {
    for (const picture of added) {
      const sentence = await objection(picture.file, this.#maxBytes);
      if (!this.#pictures.has(picture)) {
        continue;
      }
      if (!sentence) {
        this.#pictures.change(picture, { state: 'waiting' });
        this.#uploads.begin();
        this.#addThumbnail(picture);
      } else {
        this.#pictures.change(picture, { state: 'failed', sentence, retry: null, file: null });
        announce(say('failedAloud', picture.name, sentence));
      }
    }
  }

  async #addThumbnail(picture) {
    const thumbnail = await thumbnailOf(picture.file);
    if (thumbnail) {
      this.#pictures.change(picture, { thumbnail });
    }
  }

  retry(picture) {
    if (picture.retry === 'send') {
      // A prediction that has failed would be found again under its old key.
      this.#pictures.change(picture, { state: 'waiting', retry: null, ...(picture.id && { id: undefined, prediction: undefined, onceKey: newOnceKey() }) });
      this.#uploads.begin();
    } else if (picture.retry === 'follow') {
      this.#pictures.change(picture, { state: 'done', retry: null });
      this.load(picture);
    }
  }

  /** Goes on with what was under way when the page was closed. */
  resume() {
    const queued = this.#pictures.all.filter(picture => picture.state === 'queued');
    queued.forEach(picture => {
      picture.queuedAt = picture.time;
      this.#watch.follow(picture);
    });
  }

  /** Asks for what was sent earlier: it may have gone since. */
  async load(picture) {
    if (picture.prediction || !picture.id || !['done', 'failed'].includes(picture.state)) {
      return;
    }
    this.#pictures.change(picture, { state: 'loading' });
    try {
      const prediction = await this.#ask(picture);
      this.#pictures.change(picture, { name: picture.name || prediction.name || say('photo') });
      if (prediction.status === 'queued') {
        this.#pictures.change(picture, { state: 'queued', queuedAt: Date.parse(prediction.submittedAt) });
        this.#watch.follow(picture);
      } else {
        this.#settle(picture, prediction, false);
      }
    } catch (error) {
      this.#pictures.change(picture, { name: picture.name || say('photo'), ...trouble(error) });
    }
  }

  /** Whoever is just starting again answers in a moment. */
  async #ask({ id, stopped: { signal } }) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await fetchPrediction(id, { signal });
      } catch (error) {
        if (!(error instanceof Unreachable) || attempt === LOAD_ATTEMPTS - 1) {
          throw error;
        }
        await pause(backoff(attempt), signal);
      }
    }
  }

  #settle(picture, prediction, aloud) {
    if (prediction.status === 'failed') {
      const sentence = failureSentence(prediction.failure?.code, prediction.failure?.message) ?? say('unexpected');
      this.#pictures.change(picture, { state: 'failed', prediction, sentence, retry: picture.file && mayPass(prediction.failure) ? 'send' : null });
      announce(say('failedAloud', picture.name, sentence));
      return;
    }
    const found = (prediction.labels ?? []).filter(label => isShown(label, certainty.filter(prediction.model?.name)));
    this.#pictures.change(picture, { state: 'done', prediction, ...thingsIn(prediction) });
    if (aloud && !this.#pictures.all.some(isRunning)) {
      const names = [...new Set(found.map(label => className(label.class)))].join(', ');
      announce(say('doneAloud', picture.name, `${thingsOf(found.length, prediction.labels?.length, certainty.classes)}${names && `: ${names}`}`));
    }
  }
}

function trouble(error) {
  if (error instanceof Problem && error.status === 404) {
    return { state: 'gone', sentence: say('goneSentence') };
  }
  const told = error instanceof Problem ? (error.status === 401 ? say('keyMissing') : error.message || say('unexpected')) : say('unreachable');
  return { state: 'failed', sentence: told, retry: 'follow' };
}
