// Elements, and how what is on the page becomes what shall be on it without losing focus, hovering or movement.
const SVG = 'http://www.w3.org/2000/svg';

const made = (node, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};

export const svg = (name, attributes = {}, ...children) => made(document.createElementNS(SVG, name), attributes, children);
export const html = (name, attributes = {}, ...children) => made(document.createElement(name), attributes, children);

/** A button that does a deed; what the deed needs to know is in its data. */
export const button = (deed, words, data = {}, kind = null) => html('button', {
  type: 'button', class: kind, 'data-deed': deed, ...Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value])),
}, words);

/** Lets these be what is in a place. Those with the same key are taken for the same. */
export function fill(place, ...nodes) {
  const known = new Map([...place.children].filter(child => child.dataset.key).map(child => [child.dataset.key, child]));
  const wanted = new Set(nodes.map(node => node.dataset?.key));
  // First, so that what stays need not move: a moved element loses its focus.
  known.forEach((child, key) => { if (!wanted.has(key)) child.remove(); });
  let at = place.firstChild;
  for (const node of nodes) {
    const key = node.dataset?.key;
    const before = key ? known.get(key) : at && !at.dataset?.key && at.nodeName === node.nodeName ? at : null;
    if (!before) {
      place.insertBefore(node, at);
      continue;
    }
    if (before === at) at = at.nextSibling;
    else place.insertBefore(before, at);
    become(before, node);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function become(old, node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (old.data !== node.data) old.data = node.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!node.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of node.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  fill(old, ...node.childNodes);
}
