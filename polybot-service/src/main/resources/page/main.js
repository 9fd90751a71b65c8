import { toast } from './aloud.js';
import { settings } from './api.js';
import { byId, oncePerFrame, write } from './dom.js';
import { recall, remember } from './history.js';
import { Journey } from './journey.js';
import { changeKey } from './key.js';
import { Pictures, isRunning } from './pictures.js';
import { Compare } from './view/compare.js';
import { Export } from './view/export.js';
import { PictureList } from './view/list.js';
import { Tally } from './view/tally.js';
import { offerSamples, openWaysIn } from './view/ways-in.js';
import { say, translateDocument } from './words.js';
import { Workspace } from './workspace.js';

const MEGABYTE = 1024 * 1024;
let remembering = null;

translateDocument();
const known = settings().catch(() => ({}));
// Whoever is quicker than the settings is not lost: what they bring waits until the page is set up, at the end of this file.
openWaysIn(files => known.then(() => take(files)));
const { maxPictureBytes = 20 * MEGABYTE, samples = [], keyNeeded = false } = await known;
write(byId('limits'), say('limits', Math.floor(maxPictureBytes / MEGABYTE)));
byId('key-button').hidden = !keyNeeded;
byId('key-button').onclick = changeKey;

const pictures = new Pictures();
const journey = new Journey(pictures, maxPictureBytes);
const list = new PictureList(pictures, { select: picture => workspace.select(picture), retry: picture => journey.retry(picture), drop });
const workspace = new Workspace(pictures, list, journey);
new Tally(pictures);
new Export(pictures, journey);
new Compare(pictures, journey, () => workspace.open);

pictures.add(recall());
pictures.addEventListener('change', oncePerFrame(tellModel));
pictures.addEventListener('change', rememberSoon);
addEventListener('pagehide', () => remember(pictures.all));
addEventListener('beforeunload', event => pictures.all.some(({ state }) => state === 'waiting' || state === 'uploading') && event.preventDefault());
journey.resume();
workspace.openAddress();

offerSamples(samples, take);

/** Writing to storage holds up the page: once in a while is enough. */
function rememberSoon() {
  remembering ??= setTimeout(() => {
    remembering = null;
    remember(pictures.all);
  }, 500);
}

function take(files) {
  if (files.length > 0) {
    const first = journey.take(files);
    if (first) {
      workspace.select(first);
    }
  }
}

/** Whoever dropped the open picture goes on with its neighbour. */
function drop(picture) {
  const at = pictures.all.indexOf(picture);
  const focused = byId('picture-list').contains(document.activeElement);
  pictures.remove(picture);
  const next = pictures.all[Math.min(at, pictures.all.length - 1)] ?? null;
  if (workspace.open === picture) {
    workspace.select(next, 'replace');
  }
  if (focused) {
    requestAnimationFrame(() => (next ? list.focus(next) : byId('choose').focus()));
  }
}

byId('trouble-retry').onclick = () => journey.retry(workspace.open);
byId('retry-all').onclick = () => pictures.all.filter(picture => picture.retry).forEach(picture => journey.retry(picture));
byId('cancel-all').onclick = () => {
  const stopped = pictures.all.filter(isRunning);
  pictures.remove(...stopped);
  if (stopped.includes(workspace.open)) {
    workspace.select(pictures.all[0] ?? null, 'replace');
  }
};
byId('clear').onclick = () => {
  const cleared = pictures.all.filter(picture => !isRunning(picture));
  pictures.remove(...cleared);
  if (cleared.includes(workspace.open)) {
    workspace.select(null);
    byId('choose').focus();
  }
  toast(say('cleared'), say('undo'), () => pictures.restore(cleared));
};
byId('home').onclick = event => {
  event.preventDefault();
  workspace.select(null);
};
byId('models-link').onclick = () => byId('models-dialog').showModal();

/** The model of the latest picture that was looked at. */
function tellModel() {
  const model = pictures.all.find(picture => picture.prediction?.model)?.prediction.model;
  if (model) {
    write(byId('model'), say('model', `${model.name} ${model.version ?? ''}`.trim()));
    byId('models-link').hidden = model.name !== 'nanodet-g';
  }
  const notice = workspace.open?.state === 'done' ? workspace.open.prediction?.model?.notice : null;
  byId('model-notice').hidden = !notice;
  write(byId('model-notice'), notice ?? '');
}
