// The page that shows the system at work: asks once a second while somebody looks, and does what its buttons say.
import { act, ask, toast } from './api.js';
import { fill } from './dom.js';
import { graph } from './graph.js';
import { bars, waits } from './plots.js';
import * as sections from './sections.js';
import { openLog, openTrace } from './sheets.js';

const byId = id => document.getElementById(id);
const path = encodeURIComponent;
const standing = matchMedia('(max-width: 52rem)');
const outcomes = new Map();

/** How much of a processor each process used in the last minute. */
const history = {
  used: new Map(),
  add(view) {
    for (const { name, processor } of view.processes) this.used.set(name, [...(this.used.get(name) ?? []), processor].slice(-60));
    for (const name of this.used.keys()) if (!view.processes.some(process => process.name === name)) this.used.delete(name);
  },
  detectors() {
    const of = [...this.used].filter(([name]) => name.startsWith('detector'));
    return of.reduce((total, [, values]) => total + values.reduce((sum, value) => sum + value, 0) / values.length, 0);
  },
};

const DEEDS = {
  trace: ({ id }) => openTrace(id),
  log: ({ name, about }) => openLog(name, about),
  add: () => act('detectors', 'One more detector is starting.'),
  kill: ({ name }) => act(`processes/${path(name)}/kill`, `${name} is killed. What it had in hand comes back to the queue.`),
  start: ({ name }) => act(`processes/${path(name)}/start`, `${name} is starting.`),
  'take-away': ({ name }) => act(`processes/${path(name)}/take-away`, `${name} finishes what it does, and goes.`),
  pause: ({ queue }) => act(`queues/${path(queue)}/pause`, `What is in work is finished, then nobody takes from ${queue}. What waits, waits.`),
  continue: ({ queue }) => act(`queues/${path(queue)}/continue`, `${queue} goes on.`),
  retry: ({ queue, id }) => act(`given-up/${path(queue)}/${path(id)}/retry`, 'It is tried again from the beginning.'),
  drop: ({ queue, id }) => act(`given-up/${path(queue)}/${path(id)}/drop`, 'It is gone.'),
};

document.addEventListener('click', async event => {
  const pressed = event.target.closest('[data-deed]');
  if (!pressed) return;
  await DEEDS[pressed.dataset.deed]({ ...pressed.dataset }).catch?.(error => toast(error.message));
  look();
});

/** How a picture ended is asked for until it has. */
async function learn(pictures) {
  const open = pictures.filter(one => !outcomes.get(one.prediction)?.status);
  await Promise.all(open.map(async one => outcomes.set(one.prediction, await ask(`outcome/${path(one.prediction)}`).catch(() => ({})))));
  const known = new Set(pictures.map(one => one.prediction));
  for (const id of outcomes.keys()) if (!known.has(id)) outcomes.delete(id);
}

function say(kind, words) {
  const place = byId('verdict');
  place.className = `verdict ${kind}`;
  if (place.textContent !== words) place.textContent = words;
}

function away(error) {
  document.body.classList.add('away');
  if (error.status === 503) say('warn', 'Polybot is starting …');
  else say('bad', 'Polybot has ended. Start it with ./polybot up; this page goes on by itself.');
}

function show(view, givenUp) {
  const { kind, words } = sections.verdict(view);
  say(kind, words);
  document.title = kind === 'good' ? 'Polybot at work' : `${words} · Polybot`;
  byId('chat').hidden = !view.chat;
  if (view.chat) byId('chat').href = view.chat;
  byId('rest').href = view.rest;
  fill(byId('figures'), ...sections.figures(view, history));
  fill(byId('graph'), graph(view, standing.matches));
  fill(byId('queues'), ...sections.queues(view));
  fill(byId('throughput'), bars(view.series));
  fill(byId('waiting'), waits(view));
  fill(byId('processes'), ...view.processes.map(process => sections.process(process, history.used.get(process.name))));
  fill(byId('pictures'), ...view.pictures.map(one => sections.picture(one, outcomes.get(one.prediction))));
  const faults = sections.faults(view, givenUp, outcomes);
  const focused = byId('faults').contains(document.activeElement);
  fill(byId('faults'), ...faults);
  if (focused && !byId('faults').contains(document.activeElement)) byId('faults-title').focus();
  byId('no-pictures').hidden = view.pictures.length > 0;
  byId('no-faults').hidden = faults.length > 0;
  document.body.classList.remove('away', 'blank');
}

async function look() {
  try {
    const [view, givenUp] = await Promise.all([ask('state'), ask('given-up').catch(() => [])]);
    view.processes = view.processes.map(process => sections.named(process, view.queues));
    history.add(view);
    await learn(view.pictures);
    show(view, givenUp);
  } catch (error) {
    away(error);
  }
}

async function watch() {
  if (!document.hidden) await look();
  setTimeout(watch, 1000);
}
watch();
