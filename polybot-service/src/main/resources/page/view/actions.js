import { linkTo } from '../address.js';
import { announce, toast } from '../aloud.js';
import { PREDICTIONS } from '../api.js';
import { byId } from '../dom.js';
import { annotated } from '../drawing.js';
import { authorization } from '../key.js';
import { copy, save } from '../saving.js';
import { snippets } from '../try-it-snippets.js';
import { say } from '../words.js';

/** What can be done with a picture that was looked at. @param current gives the picture, what is shown of it and by which filter, and its image */
export function offerActions(current) {
  byId('toggle-boxes').onclick = event => {
    const shown = event.currentTarget.ariaPressed !== 'true';
    event.currentTarget.ariaPressed = String(shown);
    byId('boxes').classList.toggle('away', !shown);
  };
  byId('copy-as').onchange = event => {
    const { picture, shown, filter } = current();
    const form = event.target.value;
    event.target.value = '';
    copy(form === 'json' ? JSON.stringify({ ...picture.prediction, summary: undefined, threshold: filter.threshold, labels: shown }, null, 2) : snippets[form](requestFor(picture, filter)));
  };
  byId('copy-link').onclick = () => copy(linkTo(current().picture.id));
  byId('download').onclick = async () => {
    const { picture, shown, image } = current();
    const blob = image.naturalWidth ? await annotated(image, shown) : null;
    if (blob) {
      save(blob, `${picture.name.replace(/\.[^.]*$/, '') || 'picture'}-predicted.jpg`);
      announce(say('saved'));
    } else {
      toast(say('unexpected'));
    }
  };
}

/** What a program would ask to get the same; a key is the person's own and stays out of it. */
function requestFor({ name }, { threshold, classes }) {
  const query = new URLSearchParams({ name, confidence: threshold, ...(classes.size && { classes: [...classes].join(',') }) });
  const key = authorization().Authorization ? { 'X-API-Key': 'YOUR_KEY' } : {};
  return {
    method: 'POST',
    url: `${location.origin}${PREDICTIONS}?${query}`,
    headers: { ...key, 'Content-Type': 'application/octet-stream', Prefer: 'wait=60' },
    files: [name],
    form: false,
    saves: null,
  };
}
