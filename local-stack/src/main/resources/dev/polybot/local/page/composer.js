// What is about to be sent: text, pictures picked, dropped or pasted, and how.

import { sendable } from './photos.js';
import { word } from './words.js';

const element = id => document.getElementById(id);
const MOST_FILES = 10;
const MOST_BYTES = 50 * 1024 * 1024;
const CAPTION_LENGTH = 1024;
const TEXT_LENGTH = 4096;

/** @param usualCaption what a picture is most often sent with in the chat that is open */
export function createComposer({ send, change, summary, toast, usualCaption }) {
  const text = element('text');
  const tray = element('tray');
  let files = [];
  let busy = false;
  let answered = null;
  let edited = null;
  // What was about to be sent when a message began to be edited.
  let draft = null;
  // The caption that was written here for the person, who may have changed it since.
  let suggested = '';
  let offered = [];

  function refresh() {
    const withFiles = files.length > 0;
    tray.hidden = !withFiles;
    element('chips').hidden = withFiles;
    text.placeholder = word(withFiles || (edited && !edited.text) ? 'caption' : 'message');
    element('text-label').textContent = text.placeholder;
    text.maxLength = withFiles ? CAPTION_LENGTH : TEXT_LENGTH;
    const captioned = withFiles || (edited && !edited.text);
    element('attach').disabled = edited !== null;
    element('send').disabled = busy || (!captioned && !text.value.trim());
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
  }

  function replyTo(message) {
    answered = message;
    element('replying').hidden = !message;
    if (message) {
      element('replying-to').textContent = summary(message);
      text.focus();
    }
  }

  const current = () => ({ text: text.value, files, answered });

  // A message that is being edited takes the place of what was about to be sent, until that is done.
  function edit(message) {
    draft ??= current();
    edited = message;
    element('editing').hidden = false;
    element('edited-message').textContent = summary(message);
    show({ text: message.text ?? message.caption ?? '', files: [], answered: null });
    text.focus();
  }

  function endEdit() {
    edited = null;
    element('editing').hidden = true;
    show(draft);
    draft = null;
  }

  function show({ text: words, files: pictures, answered: message }) {
    replyTo(message);
    set(pictures);
    text.value = words;
    refresh();
  }

  function preview(file) {
    const item = document.createElement('li');
    const image = document.createElement('img');
    image.src = URL.createObjectURL(file);
    image.alt = file.name;
    image.onload = () => URL.revokeObjectURL(image.src);
    image.onerror = () => {
      const plain = document.createElement('span');
      plain.className = 'plain';
      plain.textContent = file.name;
      image.replaceWith(plain);
    };
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = '×';
    remove.setAttribute('aria-label', word('remove', { name: file.name }));
    remove.onclick = () => {
      set(files.filter(other => other !== file));
      text.focus();
    };
    item.append(image, remove);
    return item;
  }

  function set(chosen) {
    const hadFiles = files.length > 0;
    files = chosen;
    element('previews').replaceChildren(...files.map(preview));
    if (files.length && !hadFiles && !text.value.trim()) {
      suggest();
      text.select();
    }
    if (!files.length && hadFiles && text.value.trim() === suggested) {
      text.value = '';
    }
    refresh();
  }

  function suggest() {
    suggested = usualCaption();
    text.value = suggested;
  }

  /** Another chat is open now, in which the bot may have to be spoken to otherwise. */
  function moved() {
    if (edited) {
      endEdit();
    }
    replyTo(null);
    if (files.length && text.value.trim() === suggested) {
      suggest();
    }
  }

  function add(list) {
    if (edited) {
      endEdit();
    }
    const fitting = [...list].filter(file => file.size <= MOST_BYTES);
    if (fitting.length < list.length) {
      toast(word('file.most'), true);
    }
    if (files.length + fitting.length > MOST_FILES) {
      toast(word('album.most'), true);
    }
    if (fitting.some(file => !file.type.startsWith('image/'))) {
      element('as-file').checked = true;
    }
    set([...files, ...fitting].slice(0, MOST_FILES));
    text.focus();
  }

  async function submit() {
    const value = text.value.trim();
    if (busy || element('send').disabled) {
      return;
    }
    const whole = current();
    busy = true;
    element('composer').classList.add('busy');
    refresh();
    if (edited) {
      const changing = edited;
      if (await change(changing, value) && edited === changing) {
        endEdit();
      }
    } else if (await send(await message(value))) {
      sent(whole);
    }
    busy = false;
    element('composer').classList.remove('busy');
    refresh();
    text.focus();
  }

  // What was written or added in the meantime stays, and whoever has begun to edit a message goes on with that.
  function sent(whole) {
    const left = ({ text: words, files: pictures, answered: message }) => ({
      text: words === whole.text ? '' : words,
      files: pictures.filter(picture => !whole.files.includes(picture)),
      answered: message === whole.answered ? null : message,
    });
    element('as-file').checked = false;
    if (edited) {
      draft = left(draft);
    } else {
      show(left(current()));
    }
  }

  async function message(value) {
    const asFile = element('as-file').checked;
    const message = { text: value, files: [], asFile, replyTo: answered };
    // One after the other: a photo's pixels may take a quarter of a gigabyte.
    for (const file of [...files]) {
      message.files.push(asFile ? file : await sendable(file));
    }
    return message;
  }

  // A command is sent at once, or becomes the caption of the pictures that are about to be sent.
  function take(command) {
    showMenu(false);
    focus();
    if (files.length) {
      text.value = `/${command}`;
      refresh();
    } else {
      send({ text: `/${command}`, replyTo: answered }).then(() => replyTo(null));
    }
  }

  const menuIsOpen = () => !element('menu').hidden;

  function showMenu(isOpen) {
    element('menu').hidden = !isOpen;
    element('menu-button').setAttribute('aria-expanded', isOpen);
  }

  // Commands that are there already stay, and with them the focus of whoever is among them.
  function offer(commands) {
    if (JSON.stringify(commands) === JSON.stringify(offered)) {
      return;
    }
    offered = commands;
    element('menu-button').hidden = commands.length === 0;
    element('menu').replaceChildren(...commands.map(({ command, description }) => {
      const item = document.createElement('button');
      item.type = 'button';
      const name = document.createElement('b');
      name.textContent = `/${command}`;
      const meaning = document.createElement('span');
      meaning.textContent = description;
      item.append(name, meaning);
      item.onclick = () => take(command);
      return item;
    }));
  }

  const pick = () => element('picker').click();

  element('menu-button').onclick = () => showMenu(!menuIsOpen());
  document.addEventListener('click', event => {
    if (!event.target.closest('#menu, #menu-button')) {
      showMenu(false);
    }
  });

  element('composer').addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && !menuIsOpen()) {
      if (edited) {
        endEdit();
      } else {
        replyTo(null);
        set([]);
      }
    }
  });
  element('composer').addEventListener('keydown', event => {
    if (event.key === 'Escape' && menuIsOpen()) {
      showMenu(false);
      if (document.activeElement !== text) {
        element('menu-button').focus();
      }
    }
  });
  text.addEventListener('input', refresh);
  element('no-reply').onclick = () => replyTo(null);
  element('no-edit').onclick = () => {
    endEdit();
    text.focus();
  };
  element('attach').onclick = pick;
  element('picker').onchange = event => {
    add(event.target.files);
    event.target.value = '';
  };

  document.addEventListener('paste', event => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      add(event.clipboardData.files);
      paste(wordsIn(event.clipboardData));
    }
  });

  // Office programs give words with a picture of them; a file manager gives a file with where it lies, which nobody wants to say.
  function wordsIn(clipboard) {
    return clipboard.types.includes('text/html') ? clipboard.getData('text/plain').trim() : '';
  }

  function paste(words) {
    if (words) {
      text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
      refresh();
    }
  }

  let depth = 0;
  const carriesFiles = event => event.dataTransfer?.types.includes('Files');
  const setDropping = isDropping => { element('drop').hidden = !isDropping; };
  document.addEventListener('dragenter', event => {
    if (carriesFiles(event)) {
      depth += 1;
      setDropping(true);
    }
  });
  document.addEventListener('dragleave', event => {
    if (carriesFiles(event)) {
      depth -= 1;
      setDropping(depth > 0);
    }
  });
  document.addEventListener('dragover', event => event.preventDefault());
  document.addEventListener('drop', event => {
    event.preventDefault();
    depth = 0;
    setDropping(false);
    if (event.dataTransfer.files.length) {
      add(event.dataTransfer.files);
    }
  });

  // Where there is a keyboard, it writes here from the start; on a phone it would cover half of the page.
  function focus() {
    if (matchMedia('(hover: hover)').matches) {
      text.focus();
    }
  }

  refresh();
  return { pick, moved, replyTo, edit, offer, focus, refresh };
}
