export const byId = id => document.getElementById(id);

/** Builds an element. Text is always text and never markup, whatever a file is called. */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'role') {
      node.setAttribute(key, value);
    } else {
      node[key] = value;
    }
  }
  node.append(...children);
  return node;
}

const SHAPES = {
  cancel: 'M6 6l12 12M18 6L6 18',
  retry: 'M20 11a8 8 0 1 0-2.3 6.3M20 4v7h-7',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Sets text only when it is another one: screen readers hear of changes, and selections survive. */
export function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Calls back once per frame at most, however often it is asked. */
export function oncePerFrame(draw) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        draw();
      });
    }
  };
}

/** One tab stop for a whole group: arrow up and down, Home and End go from one to the next. Left and right change the picture everywhere. */
export function roving(group, selector) {
  const members = () => [...group.querySelectorAll(selector)].filter(member => !member.closest('[hidden]'));
  const stop = current => members().forEach(member => (member.tabIndex = member === current ? 0 : -1));
  group.addEventListener('focusin', event => {
    const current = event.target.closest(selector);
    if (current) {
      stop(current);
    }
  });
  group.addEventListener('keydown', event => {
    const all = members();
    const at = all.indexOf(event.target.closest(selector));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length].focus();
    }
  });
  return () => {
    const all = members();
    if (all.length && all.filter(member => member.tabIndex === 0).length !== 1) {
      stop(all[0]);
    }
  };
}
