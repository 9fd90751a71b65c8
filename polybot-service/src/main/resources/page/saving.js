import { toast } from './aloud.js';
import { element } from './dom.js';
import { say } from './words.js';

/** Gives the person a file. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export async function copy(text) {
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
