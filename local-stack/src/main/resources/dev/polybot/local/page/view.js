// Shows messages. It knows Telegram's message format and nothing of how messages arrive.

import { language, word } from './words.js';

const element = id => document.getElementById(id);
const INLINE_SIDE = 700;
const NEAR_END = 160;
const TOAST_LASTS = 6000;
const MODELS_GUIDE = 'docs/models.md';

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

const fileAddress = id => `chat/files/${id}`;
const largest = sizes => sizes[sizes.length - 1];
const fitting = sizes => sizes.find(size => Math.max(size.width, size.height) >= INLINE_SIDE) ?? largest(sizes);

function humanSize(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const dated = (message, format) => new Intl.DateTimeFormat(language(), format).format(message.date * 1000);
const timeOf = message => dated(message, { hour: '2-digit', minute: '2-digit' });
const dayOf = message => dated(message, { weekday: 'long', day: 'numeric', month: 'long' });

export function summary(message) {
  if (message.text || message.caption) {
    return message.text ?? message.caption;
  }
  return message.photo ? word('photo') : message.document?.file_name ?? '';
}

export function createView({ press, say, samplePicked, replyTo, edit }) {
  const list = element('messages');
  const scroller = element('scroller');
  const messages = new Map();

  // True while the reader is at the latest message; then whatever grows or shrinks, the latest stays in sight.
  let following = true;

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight; };

  function followEnd() {
    if (following) {
      toEnd();
    }
  }

  const sizes = new ResizeObserver(followEnd);
  sizes.observe(scroller);
  sizes.observe(list);

  // A table is what Telegram calls preformatted: a part of the text, by position.
  function text(message) {
    const all = message.text ?? message.caption;
    const table = message.entities?.find(entity => entity.type === 'pre');
    if (!table) {
      return all ? [words(all)] : [];
    }
    const end = table.offset + table.length;
    const parts = [all.slice(0, table.offset).trim(), all.slice(end).trim()].map(part => part && words(part));
    return [parts[0], make('pre', 'table', all.slice(table.offset, end)), parts[1]].filter(Boolean);
  }

  function words(text) {
    const paragraph = make('p', 'words');
    for (const piece of text.split(/((?<![\w/])\/[a-z][a-z0-9_]*|docs\/models\.md)/)) {
      if (piece === MODELS_GUIDE) {
        const guide = make('a', '', piece);
        guide.href = 'models.md';
        guide.target = '_blank';
        paragraph.append(guide);
      } else if (/^\/[a-z]/.test(piece)) {
        const command = make('button', 'command', piece);
        command.type = 'button';
        command.onclick = () => say(piece);
        paragraph.append(command);
      } else {
        paragraph.append(piece);
      }
    }
    return paragraph;
  }

  function photo(message) {
    const shown = fitting(message.photo);
    const image = make('img');
    image.src = fileAddress(shown.file_id);
    image.width = shown.width;
    image.height = shown.height;
    image.alt = message.caption ?? word(message.from.is_bot ? 'photo.bot' : 'photo.mine');
    const open = make('button', 'photo', image);
    open.type = 'button';
    open.setAttribute('aria-label', word('photo.open', { name: image.alt }));
    open.onclick = () => enlarge(message);
    return open;
  }

  function attached(message) {
    const file = message.document;
    const link = make('a', 'document',
      make('span', 'badge', icon('M12 4v11m-5-5 5 5 5-5M5 20h14')),
      make('span', '', make('b', '', file.file_name || word('file')), make('small', '', humanSize(file.file_size))));
    link.href = fileAddress(file.file_id);
    link.download = file.file_name || word('file');
    return link;
  }

  function quote(message) {
    const original = message.reply_to_message;
    const node = make('button', 'quote');
    node.type = 'button';
    node.setAttribute('aria-label', word('quote.go'));
    if (original.photo) {
      const thumb = make('img');
      thumb.src = fileAddress(original.photo[0].file_id);
      thumb.alt = '';
      node.append(thumb);
    }
    node.append(make('span', '', make('b', '', original.from.is_bot ? 'Polybot' : word('you')), make('em', '', summary(original))));
    node.onclick = () => document.getElementById(`m${original.message_id}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    return node;
  }

  function keyboard(message) {
    const rows = message.reply_markup.inline_keyboard.map(row => make('div', '', ...row.map(button => {
      const node = make('button', '', button.text);
      node.type = 'button';
      node.onclick = () => button.url ? window.open(button.url, '_blank', 'noopener') : press(message, button.callback_data);
      return node;
    })));
    return make('div', 'keyboard', ...rows);
  }

  function render(message) {
    const stamp = make('p', 'time', timeOf(message), message.edit_date ? ` · ${word('edited')}` : '');
    const bubble = make('div', message.photo ? 'bubble with-photo' : 'bubble',
      message.reply_to_message ? quote(message) : null,
      message.photo ? photo(message) : null,
      message.document ? attached(message) : null,
      ...text(message),
      stamp);
    const reply = make('button', 'reply', icon('M10 8 5 13l5 5M5 13h9a5 5 0 0 0 5-5V6'));
    reply.type = 'button';
    reply.setAttribute('aria-label', word('reply.to', { summary: summary(message).slice(0, 60) }));
    reply.onclick = () => replyTo(message);
    const change = message.from.is_bot ? null : make('button', 'reply edit', icon('M4 20h4L19 9l-4-4L4 16z'));
    if (change) {
      change.type = 'button';
      change.setAttribute('aria-label', word('edit.this', { summary: summary(message).slice(0, 60) }));
      change.onclick = () => edit(message);
    }
    const item = make('li', message.from.is_bot ? 'message' : 'message mine',
      make('span', 'hidden-label', message.from.is_bot ? 'Polybot:' : `${word('you')}:`),
      bubble,
      reply,
      change,
      message.reply_markup?.inline_keyboard ? keyboard(message) : null);
    item.id = `m${message.message_id}`;
    return item;
  }

  function place(item, message) {
    const before = [...messages.values()].filter(other => other.message_id < message.message_id).pop();
    const anchor = before && document.getElementById(`m${before.message_id}`);
    if (before?.media_group_id && before.media_group_id === message.media_group_id) {
      albumAround(anchor).append(item);
      return;
    }
    item.classList.toggle('turn', before !== undefined && before.from.is_bot !== message.from.is_bot);
    const parts = !before || dayOf(before) !== dayOf(message) ? [make('li', 'day', dayOf(message)), item] : [item];
    if (anchor) {
      (anchor.closest('.album') ?? anchor).after(...parts);
    } else {
      list.prepend(...parts);
    }
  }

  function albumAround(item) {
    const existing = item.closest('.album');
    if (existing) {
      return existing.firstElementChild;
    }
    const pictures = make('ol');
    const album = make('li', item.className.replace('message', 'album'), pictures);
    item.replaceWith(album);
    pictures.append(item);
    return pictures;
  }

  function put(message) {
    following ||= !message.from.is_bot;
    const item = render(message);
    const existing = document.getElementById(item.id);
    if (existing) {
      item.classList.toggle('turn', existing.classList.contains('turn'));
      existing.replaceWith(item);
    } else {
      place(item, message);
    }
    messages.set(message.message_id, message);
    element('welcome').hidden = true;
    followEnd();
  }

  function remove(id) {
    messages.delete(id);
    document.getElementById(`m${id}`)?.remove();
  }

  function replaceAll(all) {
    messages.clear();
    list.replaceChildren();
    list.setAttribute('aria-busy', 'true');
    all.forEach(message => {
      place(render(message), message);
      messages.set(message.message_id, message);
    });
    list.setAttribute('aria-busy', 'false');
    element('welcome').hidden = all.length > 0;
    following = true;
    toEnd();
  }

  const viewer = element('viewer');

  function enlarge(message) {
    const address = fileAddress(largest(message.photo).file_id);
    element('viewer-image').src = address;
    element('viewer-image').alt = message.caption ?? word('photo');
    element('viewer-caption').textContent = message.caption ?? '';
    element('viewer-save').href = address;
    viewer.showModal();
  }

  viewer.addEventListener('click', event => {
    if (event.target.id === 'viewer-image' || event.target.id === 'viewer-close') {
      viewer.close();
    }
  });

  function showSamples(names) {
    element('samples').replaceChildren(...names.map(name => {
      const image = make('img');
      image.src = `chat/samples/${encodeURIComponent(name)}`;
      image.alt = word('sample', { name: name.replace(/\.\w+$/, '').replace(/[-_]/g, ' ') });
      const button = make('button', '', image);
      button.type = 'button';
      button.onclick = () => samplePicked(name);
      return make('li', '', button);
    }));
  }

  function toast(text, isError = false) {
    const node = make('div', isError ? 'toast error' : 'toast', text);
    element('toasts').append(node);
    setTimeout(() => node.remove(), TOAST_LASTS);
  }

  // Only a reader who scrolls upwards stops following: when something has grown, the end is elsewhere for a moment too.
  let lastTop = 0;
  scroller.addEventListener('scroll', () => {
    if (atEnd()) {
      following = true;
    } else if (scroller.scrollTop < lastTop) {
      following = false;
    }
    lastTop = scroller.scrollTop;
    element('to-end').hidden = following;
  }, { passive: true });
  element('to-end').onclick = toEnd;

  return { put, remove, replaceAll, followEnd, showSamples, toast };
}
