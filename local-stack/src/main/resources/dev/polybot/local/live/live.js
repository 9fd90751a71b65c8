// The page that shows the system at work: asks once a second while somebody looks, and does what its buttons say.
import { graph } from './graph.js';
import { bars, html, lines, time, waterfall } from './plots.js';

const byId = id => document.getElementById(id);
const outcomes = new Map();
let deadCount = -1;
let toastTimer;

async function ask(path, options) {
  const answer = await fetch(`api/${path}`, options);
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Error(told.description ?? `Answered ${answer.status}.`);
  }
  return answer.json();
}

function toast(text) {
  byId('toast').textContent = text;
  byId('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { byId('toast').hidden = true; }, 5000);
}

async function act(path, told) {
  try {
    await ask(path, { method: 'POST' });
    toast(told);
    look();
  } catch (error) {
    toast(error.message);
  }
}

/** Replaces what is there only when it differs, so that focus and hovering stay. */
function show(id, ...nodes) {
  const place = byId(id);
  const next = html('div', {}, ...nodes);
  if (place.dataset.shown === next.innerHTML) return;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.dataset.shown = next.innerHTML;
  place.replaceChildren(...nodes);
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

const button = (key, words, press, kind = '') => html('button', { type: 'button', class: kind, 'data-key': key, onclick: press }, words);
const bytes = count => count ? `${Math.round(count / 1048576)} MB` : '–';

function verdict(view) {
  const ended = view.processes.filter(process => !process.alive).map(process => `${process.name} has ended`);
  const unready = view.processes.filter(process => process.alive && process.state === 'not ready').map(process => `${process.name} is not ready`);
  const starting = view.processes.filter(process => process.alive && process.state === 'starting').map(process => `${process.name} is starting`);
  const paused = view.queues.filter(queue => queue.paused).map(queue => `${queue.name} is ${queue.paused}`);
  const dead = view.queues.reduce((sum, queue) => sum + (queue.dead ?? 0), 0);
  const bad = [...ended, ...unready, ...view.queues.filter(queue => queue.fault).map(queue => `${queue.name} does not answer`)];
  const soft = [...starting, ...paused, ...(dead ? [`${dead} given up`] : [])];
  const place = byId('verdict');
  place.className = `verdict ${bad.length ? 'bad' : soft.length ? 'warn' : ''}`;
  const words = [...bad, ...soft].join(', ') || 'All is well';
  if (place.textContent !== words) place.textContent = words;
}

function process(one) {
  const state = one.alive ? one.state : 'ended';
  const kind = state === 'ready' ? '' : state === 'starting' ? 'warn' : 'bad';
  const rows = [['Processor', `${Math.round(one.processor * 100)} %`], ['Memory', bytes(one.memory)], ['Process', one.pid]];
  if (one.model) rows.push(['Model', `${one.model.name} ${one.model.version} on ${one.model.engine}`]);
  const faults = Object.entries(one.faults ?? {}).map(([name, fault]) => html('p', { class: 'fault' }, `${name}: ${fault}`));
  return html('li', { class: kind },
    html('p', { class: 'name' }, one.name, html('span', {}, state)),
    html('dl', {}, ...rows.flatMap(([term, value]) => [html('dt', {}, term), html('dd', {}, String(value))])),
    ...faults,
    html('div', { class: 'acts' },
      button(`logs-${one.name}`, 'Logs', () => openLog(one.name, '')),
      one.role === 'emulators' ? null : button(`kill-${one.name}`, 'Kill', () => act(`processes/${one.name}/kill`, `${one.name} is killed. What it had in hand comes back to the queue.`), 'grave'),
      one.role === 'detector' ? button(`away-${one.name}`, 'Take away', () => act(`processes/${one.name}/take-away`, `${one.name} finishes what it does, and goes.`)) : null));
}

function picture(one) {
  const outcome = outcomes.get(one.prediction);
  const waits = !one.answered && !outcome?.status;
  const words = outcome?.sentence || one.error || (waits ? 'under way' : outcome?.status === 'SUCCEEDED' ? `${outcome.found} found` : 'done');
  const image = outcome?.status
    ? html('img', { src: `api/picture/${encodeURIComponent(one.prediction)}`, alt: '', loading: 'lazy' })
    : html('span', { class: 'blank' }, '…');
  const label = `Trace of a picture, ${time(one.took)}, ${words}`;
  return html('li', {}, html('button', { type: 'button', 'data-key': one.prediction, 'aria-label': label, onclick: () => openTrace(one.prediction) }, image,
    html('span', { class: `words ${one.error || outcome?.status === 'FAILED' ? 'wrong' : ''}` }, html('b', {}, time(one.took)), html('br'), words)));
}

/** How a picture ended is asked for until it has. */
async function learn(pictures) {
  for (const one of pictures) {
    if (outcomes.get(one.prediction)?.status) continue;
    outcomes.set(one.prediction, await ask(`outcome/${encodeURIComponent(one.prediction)}`).catch(() => ({})));
  }
  const known = new Set(pictures.map(one => one.prediction));
  for (const id of outcomes.keys()) if (!known.has(id)) outcomes.delete(id);
}

async function deadLetters(view) {
  const count = view.queues.reduce((sum, queue) => sum + (queue.dead ?? 0), 0);
  if (count === deadCount) return;
  const letters = count ? await ask('dead-letters') : [];
  deadCount = count;
  const rest = count - letters.length;
  show('dead',
    ...letters.map(letter => html('li', {},
      html('div', {}, html('b', {}, letter.queue), html('span', { class: 'soft' }, `  tried ${letter.receives} times`), html('code', { title: letter.body }, letter.body)),
      html('div', { class: 'acts' },
        button(`retry-${letter.id}`, 'Retry', () => settle(letter, 'retry', `It is back in ${letter.queue}.`)),
        button(`drop-${letter.id}`, 'Drop', () => settle(letter, 'drop', 'It is gone.'), 'grave')))),
    ...(rest > 0 ? [html('li', { class: 'soft' }, `${rest} more that somebody has in hand or that come after these`)] : []));
  byId('no-dead').hidden = count > 0;
}

function settle(letter, how, told) {
  deadCount = -1;
  return act(`dead-letters/${letter.queue}/${encodeURIComponent(letter.id)}/${how}`, told);
}

async function openTrace(prediction) {
  const [spans, outcome] = await Promise.all([ask(`trace/${encodeURIComponent(prediction)}`), ask(`outcome/${encodeURIComponent(prediction)}`).catch(() => ({}))]);
  const body = html('div', {},
    html('p', { class: 'summary' }, outcome.sentence || (outcome.status ? `${outcome.found} found by ${outcome.model}. ` : 'Under way. '), `Prediction ${prediction}, trace ${spans[0]?.trace ?? 'forgotten'}.`),
    spans.length ? waterfall(spans) : html('p', { class: 'soft' }, 'Its trace is forgotten: only the last thousand are kept.'),
    html('p', { class: 'acts' }, ...[...new Set(spans.map(span => span.process))].map(name => button(`log-${name}`, `Lines of ${name}`, () => openLog(name, prediction)))));
  open('The way of this picture', body);
}

async function openLog(name, about) {
  const lines = await ask(`logs/${encodeURIComponent(name)}?about=${encodeURIComponent(about)}`).catch(error => [error.message]);
  const log = html('pre', { class: 'log', tabindex: '0' }, lines.join('\n') || 'No such line.');
  const filter = html('input', { type: 'search', 'aria-label': 'Lines with', placeholder: 'a prediction’s or a trace’s id, or any word', value: about });
  const form = html('form', { class: 'filter', onsubmit: event => { event.preventDefault(); openLog(name, filter.value.trim()); } }, filter, html('button', { type: 'submit' }, 'Filter'));
  open(`What ${name} says`, html('div', {}, form, log));
  log.scrollTop = log.scrollHeight;
}

function open(title, body) {
  byId('sheet-title').textContent = title;
  byId('sheet-body').replaceChildren(body);
  if (!byId('sheet').open) byId('sheet').showModal();
}

async function look() {
  let view;
  try {
    view = await ask('state');
  } catch (error) {
    byId('verdict').className = 'verdict warn';
    byId('verdict').textContent = error instanceof TypeError ? 'The system has ended, or is starting' : error.message;
    return;
  }
  verdict(view);
  byId('chat').hidden = !view.chat;
  if (view.chat) byId('chat').href = view.chat;
  show('graph', graph(view));
  show('queues', ...view.queues.map(queue => html('div', {}, html('b', {}, queue.name), queue.paused ? html('span', {}, queue.paused) : null,
    queue.paused
      ? button(`queue-${queue.name}`, 'Continue', () => act(`queues/${queue.name}/continue`, `${queue.name} goes on.`))
      : button(`queue-${queue.name}`, 'Pause', () => act(`queues/${queue.name}/pause`, `What is in work is finished, then nobody takes from ${queue.name}. What waits, waits.`)))));
  show('throughput', bars(view.series));
  show('waiting', lines(view.series));
  show('processes', ...view.processes.map(process));
  await learn(view.pictures);
  show('pictures', ...view.pictures.map(picture));
  byId('no-pictures').hidden = view.pictures.length > 0;
  await deadLetters(view);
}

byId('add').addEventListener('click', () => act('detectors', 'One more detector is starting.'));
byId('close').addEventListener('click', () => byId('sheet').close());

async function watch() {
  if (!document.hidden) await look().catch(error => toast(error.message));
  setTimeout(watch, 1000);
}
watch();
