// The parts of the page, each out of what the system says of itself.
import { button, html } from './dom.js';
import { load } from './graph.js';
import { lastMinute, quantile, spark, time } from './plots.js';

const bytes = count => count ? `${Math.round(count / 1048576)} MB` : '–';
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
const inOrder = numbers => numbers.sort((a, b) => a - b);

/** The state as people say it: a process all of whose faults are queues that somebody paused is not broken. */
export function named(process, queues) {
  const faults = Object.keys(process.faults ?? {});
  const held = process.state === 'not ready' && faults.length > 0 && faults.every(fault => fault === 'listeners') && queues.some(queue => queue.paused);
  return { ...process, state: held ? 'paused' : process.state, faults: held ? {} : process.faults ?? {} };
}

export function verdict(view) {
  const those = (state, words) => view.processes.filter(process => process.state === state).map(process => `${process.name} ${words}`);
  const dead = sum(view.queues, queue => queue.dead ?? 0);
  const bad = [...those('ended', 'has ended'), ...those('not ready', 'is not ready'), ...view.queues.filter(queue => queue.fault).map(queue => `${queue.name} does not answer`)];
  const soft = [...those('starting', 'is starting'), ...view.queues.filter(queue => queue.paused).map(queue => `${queue.name} is ${queue.paused}`), ...(dead ? [`${dead} given up`] : [])];
  return { kind: bad.length ? 'bad' : soft.length ? 'warn' : 'good', words: [...bad, ...soft].join(', ') || 'All is well' };
}

export function figures(view, history) {
  const took = inOrder(view.answers.map(answer => answer.took));
  const waiting = sum(view.queues, queue => queue.waiting ?? 0);
  const oldest = Math.max(0, ...view.queues.map(queue => queue.oldest ?? 0));
  const detectors = view.processes.filter(process => process.role === 'detector');
  const ready = detectors.filter(process => process.state === 'ready').length;
  const rate = lastMinute(view.series);
  const used = history.detectors();
  const figure = (term, value, more) => html('div', {}, html('dt', {}, term), html('dd', {}, value, html('small', {}, more)));
  return [
    figure('Pictures a second', rate.toFixed(1), 'over the last minute'),
    figure('Half of the answers', took.length ? time(quantile(took, 0.5)) : '–', took.length ? `95 % within ${time(quantile(took, 0.95))}` : 'none in five minutes'),
    figure('Waiting', String(waiting), waiting && oldest ? `the oldest for ${time(oldest)}` : 'in the three queues'),
    figure('Detectors', `${ready} of ${detectors.length}`, ready === detectors.length ? 'ready' : 'ready, the others are not'),
    figure('A picture costs', rate >= 0.2 && used ? time(used / rate * 1000) : '–', 'of a processor, in the detectors'),
  ];
}

export const queues = view => view.queues.map(queue => {
  const { paused } = queue;
  return html('li', { class: paused ? 'held' : queue.fault ? 'bad' : null, 'data-key': queue.name },
    html('b', {}, queue.name), html('span', {}, paused ? `${paused}, ${load(queue)}` : load(queue)),
    paused ? button('continue', 'Continue', { queue: queue.name, key: `continue-${queue.name}` }) : button('pause', 'Pause', { queue: queue.name, key: `pause-${queue.name}` }));
});

const KINDS = { ready: 'good', starting: 'warn', paused: 'warn', 'not ready': 'bad', ended: 'bad' };

export function process(one, used) {
  const rows = [['Processor', `${Math.round(one.processor * 100)} %`], ['Memory', bytes(one.memory)], ['Process', String(one.pid)]];
  if (one.model) rows.push(['Model', `${one.model.name} ${one.model.version}, ${one.model.engine}`]);
  const data = { name: one.name };
  const acts = [
    button('log', 'Logs', { ...data, about: '', key: `log-${one.name}` }),
    one.startable ? button('start', 'Start', { ...data, key: `start-${one.name}` }) : null,
    one.role !== 'emulators' && one.state !== 'ended' ? button('kill', 'Kill', { ...data, key: `kill-${one.name}` }, 'grave') : null,
    one.role === 'detector' ? button('take-away', 'Take away', { ...data, key: `away-${one.name}` }) : null,
  ];
  const ended = one.state === 'ended' ? html('p', { class: 'fault' }, one.startable ? 'It has ended too often to be started again by itself.' : 'It is started again in a moment.') : null;
  return html('li', { class: KINDS[one.state], 'data-key': one.name },
    html('div', { class: 'name' }, html('h3', {}, one.name), html('span', {}, one.state)),
    spark(used),
    html('dl', {}, ...rows.flatMap(([term, value]) => [html('dt', {}, term), html('dd', {}, value)])),
    ended, ...Object.entries(one.faults).map(([name, fault]) => html('p', { class: 'fault' }, `${name}: ${fault}`)),
    html('div', { class: 'acts' }, ...acts));
}

export function picture(one, outcome) {
  const failed = one.error || outcome?.status === 'FAILED';
  const words = outcome?.sentence || one.error || (outcome?.status ? `${outcome.found} found` : one.answered ? 'answered' : 'under way');
  const image = outcome?.status
    ? html('img', { src: `api/picture/${encodeURIComponent(one.prediction)}`, alt: '', loading: 'lazy' })
    : html('span', { class: one.answered ? 'blank' : 'blank under-way' });
  return html('li', { 'data-key': one.prediction }, html('button', {
    type: 'button', 'data-deed': 'trace', 'data-id': one.prediction, 'aria-label': `Trace of a picture: ${time(one.took)}, ${words}`,
  }, image, html('span', { class: failed ? 'words wrong' : 'words' }, html('b', {}, time(one.took)), html('span', {}, words))));
}

const given = item => html('li', { 'data-key': item.id },
  html('div', {}, html('b', {}, item.kind === 'letter' ? `A message of ${item.queue}` : 'A picture was given up'),
    html('span', { class: 'soft' }, item.kind === 'letter' ? ` that ${item.receives} tries could not settle` : ' and its sender told'),
    item.kind === 'letter' ? html('code', { title: item.text }, item.text) : html('p', { class: 'soft' }, item.text)),
  html('div', { class: 'acts' },
    item.kind === 'prediction' ? button('trace', 'Trace', { id: item.id, key: `trace-${item.id}` }) : null,
    button('retry', 'Retry', { queue: item.queue, id: item.id, key: `retry-${item.id}` }),
    button('drop', 'Drop', { queue: item.queue, id: item.id, key: `drop-${item.id}` }, 'grave')));

const failed = (one, outcome) => html('li', { 'data-key': `failed-${one.prediction}` },
  html('div', {}, html('b', {}, 'A picture was not looked at'), html('p', { class: 'soft' }, outcome.sentence)),
  html('div', { class: 'acts' }, button('trace', 'Trace', { id: one.prediction, key: `trace-${one.prediction}` })));

/** What went wrong: first what somebody can do something about. */
export function faults(view, givenUp, outcomes) {
  const letters = givenUp.filter(item => item.kind === 'letter').length;
  const known = new Set(givenUp.map(item => item.id));
  const hidden = sum(view.queues, queue => queue.dead ?? 0) - letters;
  return [
    ...givenUp.map(given),
    ...(hidden > 0 ? [html('li', { class: 'soft', 'data-key': 'hidden' }, `${hidden} more that a bot has in hand; after a bot's restart they show within ten minutes.`)] : []),
    ...view.pictures.filter(one => outcomes.get(one.prediction)?.status === 'FAILED' && !known.has(one.prediction)).map(one => failed(one, outcomes.get(one.prediction))),
  ];
}
