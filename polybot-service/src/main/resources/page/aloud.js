import { byId, element } from './dom.js';

/** Says something to those who listen to the page instead of looking at it. */
export function announce(sentence) {
  byId('live').replaceChildren(element('p', { textContent: sentence }));
}

const SHOWN_FOR = 7000;
let timer;

/** A short message, with one thing to do about it if there is one. */
export function toast(sentence, label, act) {
  const node = byId('toast');
  const close = () => (node.hidden = true);
  const button = label && element('button', { type: 'button', className: 'link', textContent: label, onclick: () => (close(), act()) });
  node.replaceChildren(element('span', { textContent: sentence }), ...(button ? [button] : []));
  node.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(close, SHOWN_FOR);
}

/** What concerns the whole page for as long as it lasts; null for nothing any more. */
export function banner(sentence) {
  const node = byId('banner');
  node.hidden = !sentence;
  node.textContent = sentence ?? '';
}
