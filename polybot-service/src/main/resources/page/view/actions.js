import { linkTo } from '../address.js';
import { announce, toast } from '../aloud.js';
import { byId, element } from '../dom.js';
import { annotated } from '../drawing.js';
import { say } from '../words.js';

/** What can be done with a picture that was looked at. @param current gives the picture, what is shown of it, and its image */
export function offerActions(current) {
  byId('toggle-boxes').onclick = event => {
    const shown = event.currentTarget.ariaPressed !== 'true';
    event.currentTarget.ariaPressed = String(shown);
    byId('boxes').classList.toggle('away', !shown);
  };
  byId('copy-json').onclick = () => {
    const { picture, shown } = current();
    copy(JSON.stringify({ ...picture.prediction, summary: undefined, labels: shown }, null, 2));
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

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say('copied'));
  } catch {
    toast(copyByHand(text) ? say('copied') : say('notCopied'));
  }
}

/** Without TLS, on another machine's address, browsers have no clipboard but this. */
function copyByHand(text) {
  const field = element('textarea', { value: text, className: 'unseen' });
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
