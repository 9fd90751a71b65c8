import { certainty } from '../certainty.js';
import { byId, element, icon, oncePerFrame, roving, write } from '../dom.js';
import { canRetry, firstInQueue, isRunning } from '../pictures.js';
import { say } from '../words.js';
import { statusOf } from '../status.js';

/** All pictures with their thumbnails and how far each one is. Rows are kept and changed, so that focus stays where it is. */
export class PictureList {
  #pictures;
  #acts;
  #rows = new Map();
  #selected = null;
  #list = byId('picture-list');
  #settle = roving(this.#list, '.open');
  #draw = oncePerFrame(() => this.#drawNow());

  /** @param acts `select`, `retry` and `drop`, each of a picture */
  constructor(pictures, acts) {
    this.#pictures = pictures;
    this.#acts = acts;
    pictures.addEventListener('change', this.#draw);
    certainty.addEventListener('change', this.#draw);
  }

  select(picture) {
    this.#selected = picture;
    this.#draw();
    if (picture) {
      requestAnimationFrame(() => this.#rows.get(picture)?.item.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }
  }

  focus(picture) {
    this.#rows.get(picture)?.open.focus();
  }

  #drawNow() {
    const { all } = this.#pictures;
    this.#rows.forEach((row, picture) => all.includes(picture) || (row.item.remove(), this.#rows.delete(picture)));
    const first = firstInQueue(all);
    all.forEach((picture, index) => {
      const row = this.#rows.get(picture) ?? this.#newRow(picture);
      if (this.#list.children[index] !== row.item) {
        this.#list.insertBefore(row.item, this.#list.children[index] ?? null);
      }
      this.#update(row, picture, statusOf(picture, picture === first));
    });
    this.#settle();
  }

  #newRow(picture) {
    const row = {
      thumbnail: element('span', { className: 'thumbnail' }, icon('picture')),
      name: element('span', { className: 'name' }),
      status: element('span', { className: 'status' }),
      bar: element('progress', { max: 100, 'aria-hidden': 'true' }),
      act: element('button', { type: 'button', className: 'act' }),
    };
    row.open = element('button', { type: 'button', className: 'open', onclick: () => this.#acts.select(picture) }, row.thumbnail, row.name, row.status, row.bar);
    row.act.onclick = () => (canRetry(picture) ? this.#acts.retry(picture) : this.#acts.drop(picture));
    row.open.onkeydown = event => {
      if (event.key === 'Delete') {
        this.#acts.drop(picture);
      }
    };
    row.item = element('li', {}, row.open, row.act);
    this.#rows.set(picture, row);
    return row;
  }

  #update(row, picture, status) {
    row.item.dataset.state = picture.state;
    row.open.ariaCurrent = picture === this.#selected ? 'true' : 'false';
    write(row.name, picture.name);
    row.open.title = picture.name;
    write(row.status, status);
    row.open.ariaLabel = say('open', picture.name, status);
    row.bar.hidden = picture.state !== 'uploading';
    row.bar.value = picture.percent;
    if (picture.thumbnail && !row.image) {
      row.image = element('img', { alt: '', src: picture.thumbnail });
      row.thumbnail.replaceChildren(row.image);
    }
    const act = canRetry(picture) ? 'retry' : isRunning(picture) ? 'cancel' : 'remove';
    if (row.act.dataset.act !== act) {
      row.act.dataset.act = act;
      row.act.replaceChildren(icon(act === 'retry' ? 'retry' : 'cancel'));
      row.act.ariaLabel = say(`${act}One`, picture.name);
    }
  }
}
