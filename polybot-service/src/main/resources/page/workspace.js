import { linkTo, read } from './address.js';
import { certainty } from './certainty.js';
import { byId, oncePerFrame, write } from './dom.js';
import { Highlight } from './highlight.js';
import { firstInQueue } from './pictures.js';
import { offerActions } from './view/actions.js';
import { Boxes } from './view/boxes.js';
import { Findings } from './view/findings.js';
import { Stage } from './view/stage.js';
import { Zoom } from './view/zoom.js';
import { say } from './words.js';

/** The picture that is open, and the address that says which. Without one, the invitation. */
export class Workspace {
  #pictures;
  #list;
  #journey;
  #open = null;
  #drawn = null;
  #stage = new Stage();
  #zoom = new Zoom();
  #highlight = new Highlight();
  #boxes = new Boxes(this.#highlight);
  #findings = new Findings(this.#highlight, () => this.#filtered());

  /** @param journey loads what was sent earlier */
  constructor(pictures, list, journey) {
    this.#pictures = pictures;
    this.#journey = journey;
    this.#list = list;
    const tell = oncePerFrame(() => this.#tell());
    pictures.addEventListener('change', tell);
    setInterval(tell, 5000);
    addEventListener('popstate', () => this.openAddress());
    offerActions(() => ({ picture: this.#open, shown: this.#findings.shown, filter: this.#findings.filter, image: this.#stage.image }));
    addEventListener('keydown', event => this.#key(event));
    byId('previous').onclick = () => this.#step(-1);
    byId('next').onclick = () => this.#step(1);
    byId('frame').addEventListener('click', event => event.target.closest('.box') || this.#highlight.clear());
  }

  get open() {
    return this.#open;
  }

  /** Opens what the address names. */
  openAddress() {
    const { id, nonsense } = read(location.hash);
    if (id) {
      const known = this.#pictures.withId(id);
      this.select(known ?? this.#pictures.add([{ id, name: '', state: 'done' }])[0], 'stay');
    } else {
      this.select(nonsense ? { name: say('nothingHereTitle'), state: 'gone', sentence: say('nonsense') } : null, 'stay');
    }
  }

  /**
   * Opens a picture; null for the invitation.
   *
   * @param address 'push' when the way back should lead here, 'replace' when not, 'stay' when the address says so already
   */
  select(picture, address = 'push') {
    this.#open = picture;
    this.#drawn = null;
    this.#zoom.reset();
    this.#list.select(picture);
    this.#highlight.clear();
    if (address !== 'stay') {
      history[`${address}State`](null, '', picture?.id ? linkTo(picture.id) : location.pathname);
    }
    const startHadFocus = byId('start').contains(document.activeElement);
    document.title = picture?.name ? `${picture.name} – Polybot` : 'Polybot';
    byId('start').hidden = Boolean(picture);
    byId('stage').hidden = byId('findings').hidden = byId('add').hidden = !picture;
    document.body.classList.toggle('working', Boolean(picture));
    if (!picture) {
      // Nobody could see there which classes are chosen.
      certainty.chooseClasses([]);
    } else {
      this.#boxes.draw([]);
      this.#stage.show(picture);
      this.#journey.load(picture);
      this.#tell();
      if (startHadFocus) {
        byId('stage-title').focus({ preventScroll: true });
      }
    }
  }

  /**
   * Keys act where they mean nothing else: not in a field or a dialog. Arrow left and right change the picture; while it is enlarged, all four
   * move it, but in a group: up and down go through that.
   */
  #key(event) {
    const inside = places => event.target.closest?.(places);
    if (event.key === 'Escape') {
      this.#highlight.clear();
    } else if (this.#open && !event.ctrlKey && !event.metaKey && !event.altKey && !inside('input, select, textarea, dialog')) {
      const zoomed = this.#zoom.key(event.key, !inside('.boxes, .chips, .found, .picture-list'));
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && !zoomed) {
        this.#step(step);
      }
      if (step || zoomed) {
        event.preventDefault();
      }
    }
  }

  #step(by) {
    const { all } = this.#pictures;
    const next = all[all.indexOf(this.#open) + by];
    if (next) {
      const inList = byId('picture-list').contains(document.activeElement);
      this.select(next);
      if (inList) {
        this.#list.focus(next);
      }
    }
  }

  #tell() {
    const picture = this.#open;
    if (!picture) {
      return;
    }
    if (picture.id && location.hash !== `#${picture.id}`) {
      history.replaceState(null, '', linkTo(picture.id));
    }
    this.#stage.tell(picture, firstInQueue(this.#pictures.all) === picture);
    const { all } = this.#pictures;
    const at = all.indexOf(picture);
    byId('steps').hidden = all.length < 2 || at < 0;
    write(byId('place'), say('place', at + 1, all.length));
    byId('previous').disabled = at <= 0;
    byId('next').disabled = at === all.length - 1;
    const ready = picture.state === 'done' && picture.prediction;
    byId('findings').classList.toggle('unready', !ready);
    document.body.classList.toggle('troubled', picture.state === 'failed' || picture.state === 'gone');
    if (!ready) {
      write(byId('findings-title'), say('nothingYet'));
    } else if (this.#drawn !== picture.prediction) {
      this.#draw(picture.prediction);
    }
  }

  #draw(prediction) {
    this.#drawn = prediction;
    const labels = [...(prediction.labels ?? [])].sort((one, other) => other.confidence - one.confidence);
    this.#boxes.draw(labels);
    this.#findings.draw(labels, prediction.model?.name);
  }

  #filtered() {
    this.#boxes.filter(this.#findings.filter);
  }
}
