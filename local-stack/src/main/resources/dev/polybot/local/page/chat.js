// The chat page: talks to the stand-in, hands what happens to the view and what is typed to the chat.
import { createView, summary } from './view.js';
import { createComposer } from './composer.js';

const CHAT = 4242001;
const ACTION_LASTS = 6000;
const STILL_WAITING = 2500;

const language = () => element('language').value;

const element = id => document.getElementById(id);
const view = createView({ press, say: text => send({ text }), samplePicked, replyTo: message => composer.replyTo(message) });
const composer = createComposer({ send, summary, toast: view.toast });

let activityTimer;
let waitingTimer;

async function request(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error('The chat cannot be reached. Is `./polybot up` still running?');
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(readable(body.description));
  }
  return body;
}

function readable(description = 'Something went wrong.') {
  if (/IMAGE_PROCESS_FAILED/.test(description)) {
    return 'This is not a picture that can be sent as a photo. Send it as a file instead.';
  }
  if (/PHOTO_INVALID_DIMENSIONS/.test(description)) {
    return 'This picture is too large or too narrow for a photo. Send it as a file instead.';
  }
  if (/too big for a photo/.test(description)) {
    return 'A photo may have 10 MB. Send this one as a file instead.';
  }
  return description.replace(/^Bad Request: /, '').replace(/^./, first => first.toUpperCase());
}

async function send({ text, files = [], asFile = false, replyTo = null }) {
  const form = new FormData();
  if (replyTo) {
    form.set('reply_to', replyTo.message_id);
  }
  form.set('language', language());
  if (files.length) {
    form.set('caption', text);
    form.set('as', asFile ? 'file' : 'photo');
    files.forEach(file => form.append('file', file, file.name || 'picture.png'));
  } else {
    form.set('text', text);
  }
  try {
    await request(`chat/${CHAT}/messages`, { method: 'POST', body: form });
    clearTimeout(waitingTimer);
    waitingTimer = setTimeout(() => showActivity('thinking…', 60000), STILL_WAITING);
    return true;
  } catch (error) {
    view.toast(error.message, true);
    return false;
  }
}

async function press(message, data) {
  const body = new URLSearchParams({ message_id: message.message_id, data, language: language() });
  try {
    await request(`chat/${CHAT}/callbacks`, { method: 'POST', body });
  } catch (error) {
    view.toast(error.message, true);
  }
}

async function samplePicked(name) {
  const answer = await fetch(`chat/samples/${encodeURIComponent(name)}`);
  const blob = await answer.blob();
  await send({ text: 'predict', files: [new File([blob], name, { type: blob.type })] });
}

const ACTIONS = {
  typing: 'typing…',
  upload_photo: 'sending a photo…',
  upload_document: 'sending a file…',
};

function showActivity(text, lasts = ACTION_LASTS) {
  element('activity-text').textContent = `Polybot is ${text}`;
  const wasHidden = element('activity').hidden;
  element('activity').hidden = false;
  if (wasHidden) {
    view.followEnd();
  }
  clearTimeout(activityTimer);
  activityTimer = setTimeout(hideActivity, lasts);
}

function hideActivity() {
  clearTimeout(waitingTimer);
  element('activity').hidden = true;
}

function online(isOnline) {
  element('banner').hidden = isOnline;
  element('status').textContent = isOnline ? 'online' : 'waiting for the connection…';
  element('status').classList.toggle('online', isOnline);
}

function on(source, kind, handle) {
  source.addEventListener(kind, event => handle(JSON.parse(event.data)));
}

function follow() {
  const source = new EventSource(`chat/${CHAT}/events`);
  on(source, 'hello', async () => {
    online(true);
    view.replaceAll(await request(`chat/${CHAT}/messages`));
  });
  on(source, 'message', message => {
    if (message.from.is_bot) {
      hideActivity();
    }
    view.put(message);
  });
  on(source, 'edited', message => view.put(message));
  on(source, 'deleted', ({ message_id: id }) => view.remove(id));
  on(source, 'action', ({ action }) => showActivity(ACTIONS[action] ?? 'working…'));
  on(source, 'notice', ({ text }) => text && view.toast(text));
  source.onerror = () => online(false);
}

// As in Telegram's clients: which language the person's own is, the bot learns with each message.
function chooseLanguage() {
  const chosen = localStorage.getItem('language') ?? navigator.language;
  const offered = [...element('language').options].map(option => option.value);
  element('language').value = offered.find(code => chosen.startsWith(code)) ?? offered[0];
  element('language').onchange = () => {
    localStorage.setItem('language', language());
    showMenu();
  };
}

// The bot announces its commands a moment after it starts, so they are asked for whenever they are to be seen.
async function showMenu() {
  const { commands } = await request(`chat/about?language=${encodeURIComponent(language())}`);
  composer.offer(commands);
}

async function start() {
  chooseLanguage();
  await request(`chat/${CHAT}/open`, { method: 'POST' });
  const about = await request('chat/about');
  element('bot-name').textContent = about.name;
  element('menu-button').addEventListener('click', () => showMenu());
  await showMenu();
  view.showSamples(about.samples);
  follow();
}

element('chips').addEventListener('click', event => {
  const chip = event.target.closest('button')?.dataset.chip;
  if (chip === 'photo') {
    composer.pick();
  } else if (chip) {
    send({ text: chip });
  }
});

start().catch(error => {
  online(false);
  view.toast(error.message, true);
  setTimeout(() => location.reload(), 3000);
});
