// The chat page: talks to the stand-in, hands what happens to the view and what is typed to the chat.
import { createView, summary } from './view.js';
import { createComposer } from './composer.js';
import { LANGUAGES, language, readable, speak, word } from './words.js';

const ACTION_LASTS = 6000;
const STILL_WAITING = 2500;

const element = id => document.getElementById(id);
const chat = () => element('chat').value;
const inGroup = () => Number(chat()) < 0;
const view = createView({
  press,
  say: text => send({ text }),
  samplePicked,
  replyTo: message => composer.replyTo(message),
  edit: message => composer.edit(message),
});
const composer = createComposer({ send, change, summary, toast: view.toast, usualCaption });

let activityTimer;
let waitingTimer;
let source;
let bot = {};

// What was sent and not answered yet: alone with somebody, the bot answers everything, however long it takes.
let unanswered = false;

async function request(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error(word('unreachable'));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(readable(body.description));
  }
  return body;
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
    await request(`chat/${chat()}/messages`, { method: 'POST', body: form });
    wait();
    return true;
  } catch (error) {
    view.toast(error.message, true);
    return false;
  }
}

async function change(message, text) {
  const body = new URLSearchParams({ message_id: message.message_id, text, language: language() });
  try {
    await request(`chat/${chat()}/edits`, { method: 'POST', body });
    if (!message.text) {
      wait();
    }
    return true;
  } catch (error) {
    view.toast(error.message, true);
    return false;
  }
}

async function press(message, data) {
  const body = new URLSearchParams({ message_id: message.message_id, data, language: language() });
  try {
    await request(`chat/${chat()}/callbacks`, { method: 'POST', body });
  } catch (error) {
    view.toast(error.message, true);
  }
}

// In a group a bot hears only what is addressed to it.
function usualCaption() {
  return inGroup() ? `@${bot.username} predict` : 'predict';
}

async function samplePicked(name) {
  const answer = await fetch(`chat/samples/${encodeURIComponent(name)}`);
  const blob = await answer.blob();
  await send({ text: usualCaption(), files: [new File([blob], name, { type: blob.type })] });
}

const ACTIONS = ['typing', 'upload_photo', 'upload_document'];

function wait() {
  unanswered = !inGroup();
  clearTimeout(waitingTimer);
  waitingTimer = setTimeout(think, STILL_WAITING);
}

function think() {
  if (unanswered) {
    showActivity('thinking');
  }
}

function showActivity(name) {
  element('activity-text').textContent = word(name);
  const wasHidden = element('activity').hidden;
  element('activity').hidden = false;
  if (wasHidden) {
    view.followEnd();
  }
  clearTimeout(activityTimer);
  activityTimer = name === 'thinking' ? undefined : setTimeout(actionPassed, ACTION_LASTS);
}

function actionPassed() {
  element('activity').hidden = true;
  think();
}

function answered() {
  unanswered = false;
  clearTimeout(waitingTimer);
  clearTimeout(activityTimer);
  element('activity').hidden = true;
}

function online(isOnline) {
  element('banner').hidden = isOnline;
  element('status').dataset.word = isOnline ? 'online' : 'waiting';
  element('status').textContent = word(element('status').dataset.word);
  element('status').classList.toggle('online', isOnline);
}

// What happens while the chat is being fetched is shown after it, in its order: the fetched chat may not know of it yet.
function follow() {
  source?.close();
  const stream = new EventSource(`chat/${chat()}/events`);
  source = stream;
  let fetched = Promise.resolve();
  const on = (kind, handle) => stream.addEventListener(kind, async event => {
    await fetched;
    if (stream === source) {
      handle(JSON.parse(event.data));
    }
  });
  stream.addEventListener('hello', () => {
    online(true);
    fetched = request(`chat/${chat()}/messages`)
      .then(messages => stream === source && show(messages))
      .catch(error => view.toast(error.message, true));
  });
  on('message', message => {
    if (message.from.is_bot) {
      answered();
    }
    view.put(message);
  });
  on('edited', message => view.put(message));
  on('deleted', ({ message_id: id }) => view.remove(id));
  on('action', ({ action }) => showActivity(ACTIONS.includes(action) ? action : 'working'));
  on('notice', ({ text }) => text && view.toast(text));
  stream.onerror = () => online(false);
}

function show(messages) {
  view.replaceAll(messages);
  if (!inGroup() && messages.length && !messages.at(-1).from.is_bot) {
    wait();
  }
}

// As in Telegram's clients: which language the person's own is, the bot learns with each message.
function chooseLanguage() {
  const chosen = localStorage.getItem('language') ?? navigator.language;
  element('language').value = LANGUAGES.find(code => chosen.startsWith(code)) ?? LANGUAGES[0];
  speak(element('language').value);
  composer.refresh();
  element('language').onchange = () => {
    localStorage.setItem('language', element('language').value);
    speak(element('language').value);
    showWelcome();
    composer.refresh();
    follow();
    showMenu();
  };
}

async function chooseChat() {
  element('chat').value = sessionStorage.getItem('chat') ?? element('chat').value;
  element('chat').onchange = async () => {
    sessionStorage.setItem('chat', chat());
    composer.moved();
    answered();
    await enter();
    composer.focus();
  };
  await enter();
}

async function enter() {
  await request(`chat/${chat()}/open`, { method: 'POST' });
  showWelcome();
  follow();
}

function showWelcome() {
  const name = inGroup() ? 'welcome.group' : 'welcome';
  element('welcome-title').textContent = word(name);
  element('welcome-text').textContent = word(`${name}.text`, { bot: bot.username });
  view.showSamples(bot.samples);
}

// The bot announces its commands a moment after it starts, so they are asked for whenever they are to be seen.
async function showMenu() {
  const { commands } = await request(`chat/about?language=${encodeURIComponent(language())}`);
  composer.offer(commands);
}

async function start() {
  bot = await request('chat/about');
  element('bot-name').textContent = bot.name;
  chooseLanguage();
  element('menu-button').addEventListener('click', () => showMenu());
  await showMenu();
  await chooseChat();
  composer.focus();
}

element('chips').addEventListener('click', event => {
  const chip = event.target.closest('button')?.dataset.chip;
  if (chip === 'photo') {
    composer.pick();
  } else if (chip) {
    send({ text: chip.startsWith('/') ? chip : word(chip) });
  }
});

start().catch(error => {
  online(false);
  view.toast(error.message, true);
  setTimeout(() => location.reload(), 3000);
});
