// What is about to be sent: text, pictures picked, dropped or pasted, and how.

const element = id => document.getElementById(id);
const MOST_FILES = 10;
const MOST_BYTES = 50 * 1024 * 1024;
const CAPTION_LENGTH = 1024;
const TEXT_LENGTH = 4096;
const DEFAULT_CAPTION = 'predict';

export function createComposer({ send, summary, toast }) {
  const text = element('text');
  const tray = element('tray');
  let files = [];
  let busy = false;
  let answered = null;

  function refresh() {
    const withFiles = files.length > 0;
    tray.hidden = !withFiles;
    element('chips').hidden = withFiles;
    text.placeholder = withFiles ? 'Caption' : 'Message';
    element('text-label').textContent = text.placeholder;
    text.maxLength = withFiles ? CAPTION_LENGTH : TEXT_LENGTH;
    element('send').disabled = busy || (!withFiles && !text.value.trim());
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
    remove.setAttribute('aria-label', `Remove ${file.name}`);
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
      text.value = DEFAULT_CAPTION;
      text.select();
    }
    if (!files.length && hadFiles && text.value.trim() === DEFAULT_CAPTION) {
      text.value = '';
    }
    refresh();
  }

  function add(list) {
    const fitting = [...list].filter(file => file.size <= MOST_BYTES);
    if (fitting.length < list.length) {
      toast('A file may have 50 MB.', true);
    }
    if (files.length + fitting.length > MOST_FILES) {
      toast('An album has at most ten pictures.', true);
    }
    if (fitting.some(file => !file.type.startsWith('image/'))) {
      element('as-file').checked = true;
    }
    set([...files, ...fitting].slice(0, MOST_FILES));
    text.focus();
  }

  async function submit() {
    const value = text.value.trim();
    if (busy || (!files.length && !value)) {
      return;
    }
    busy = true;
    element('composer').classList.add('busy');
    refresh();
    if (await send({ text: value, files, asFile: element('as-file').checked, replyTo: answered })) {
      replyTo(null);
      text.value = '';
      element('as-file').checked = false;
      set([]);
    }
    busy = false;
    element('composer').classList.remove('busy');
    refresh();
    text.focus();
  }

  // A command is sent at once, or becomes the caption of the pictures that are about to be sent.
  function take(command) {
    element('menu').hidden = true;
    if (files.length) {
      text.value = `/${command}`;
      refresh();
      text.focus();
    } else {
      send({ text: `/${command}`, replyTo: answered }).then(() => replyTo(null));
    }
  }

  function offer(commands) {
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

  element('menu-button').onclick = () => { element('menu').hidden = !element('menu').hidden; };
  document.addEventListener('click', event => {
    if (!event.target.closest('#menu, #menu-button')) {
      element('menu').hidden = true;
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
    if (event.key === 'Escape') {
      element('menu').hidden = true;
      replyTo(null);
      set([]);
    }
  });
  text.addEventListener('input', refresh);
  element('no-reply').onclick = () => replyTo(null);
  element('attach').onclick = pick;
  element('picker').onchange = event => {
    add(event.target.files);
    event.target.value = '';
  };

  document.addEventListener('paste', event => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      add(event.clipboardData.files);
    }
  });

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

  refresh();
  return { pick, replyTo, offer };
}
