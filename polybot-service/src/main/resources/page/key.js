import { byId } from './dom.js';

/** The API key lives as long as this tab: sessionStorage, nowhere else. */
const PLACE = 'polybot.key';
let key = read();
let asking = null;

export const authorization = () => (key ? { Authorization: `Bearer ${key}` } : {});

/**
 * Asks the person for a key, once for all requests that lack one.
 *
 * @param refused the header that did not do; when the key has changed since, that one is worth a try
 * @returns whether there is another key now
 */
export function askForKey(refused) {
  if (refused !== authorization().Authorization) {
    return Promise.resolve(true);
  }
  asking ??= open(Boolean(refused)).finally(() => (asking = null));
  return asking;
}

export const changeKey = () => (asking ??= open(false).finally(() => (asking = null)));

function open(wasRefused) {
  const dialog = byId('key-dialog');
  const field = byId('key-field');
  byId('key-wrong').hidden = !wasRefused;
  field.value = '';
  field.setAttribute('aria-describedby', wasRefused ? 'key-wrong' : '');
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => {
    byId('key-cancel').onclick = () => dialog.close('no');
    dialog.querySelector('form').onsubmit = () => keep(field.value.trim());
    dialog.onclose = () => {
      const given = dialog.returnValue !== 'no' && field.value.trim() !== '';
      field.value = '';
      resolve(given && Boolean(key));
    };
    dialog.oncancel = () => (field.value = '');
  });
}

/** A header carries visible ASCII only; anything else was no key. */
function keep(value) {
  key = /^[\x21-\x7e]+$/.test(value) ? value : '';
  try {
    sessionStorage.setItem(PLACE, key);
  } catch {
    // Then it is kept as long as the page is open.
  }
}

function read() {
  try {
    return sessionStorage.getItem(PLACE) ?? '';
  } catch {
    return '';
  }
}
