// The system as it runs: who there is, what flows between them, what waits. Lying where there is room, standing on a phone.
import { svg } from './dom.js';
import { time } from './plots.js';

const LYING = {
  size: [1040, 300], node: [168, 104], pill: [214, 66],
  Telegram: [100, 150], bots: [450, 150], detectors: [930, 150],
  edges: {
    updates: 'M100,98 C100,30 450,30 450,98', identify: 'M450,98 C450,30 930,30 930,98',
    results: 'M930,202 C930,270 450,270 450,202', outbox: 'M450,202 C450,270 100,270 100,202',
  },
  pills: { updates: [275, 47], identify: [690, 47], results: [690, 253], outbox: [275, 253] },
};
const STANDING = {
  size: [330, 640], node: [190, 96], pill: [158, 66],
  Telegram: [165, 52], bots: [165, 320], detectors: [165, 588],
  edges: {
    updates: 'M115,100 C60,130 60,242 115,272', identify: 'M115,368 C60,398 60,510 115,540',
    results: 'M215,540 C270,510 270,398 215,368', outbox: 'M215,272 C270,242 270,130 215,100',
  },
  pills: { updates: [82, 186], identify: [82, 454], results: [248, 454], outbox: [248, 186] },
};

function node([x, y], [width, height], title, words, processes) {
  const gap = Math.min(18, (width - 34) / Math.max(1, processes.length));
  return svg('g', { class: 'node' },
    svg('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 20 }),
    svg('text', { x, y: y - 14 }, title),
    svg('text', { class: 'count', x, y: y + 7 }, words),
    ...processes.map((process, i) => svg('circle', {
      class: process.state.replace(' ', '-'), r: Math.min(5.5, gap * 0.38), cx: x + (i - (processes.length - 1) / 2) * gap, cy: y + 30,
    }, svg('title', {}, `${process.name}: ${process.state}`))));
}

const pace = rate => rate > 3 ? 'quick' : rate > 0 ? 'busy' : 'idle';
const edge = (path, rate, paused) => svg('g', {},
  svg('path', { class: 'edge', d: path }),
  svg('path', { class: `flow ${paused ? 'paused' : pace(rate)}`, d: path }));

const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;
export const load = queue => queue.fault ?? `${queue.waiting} waiting, ${queue.inWork} in work`;
const rates = queue => queue.in || queue.out ? `${queue.in.toFixed(1)} in, ${queue.out.toFixed(1)} out / s` : 'quiet';

function more(queue) {
  if (queue.paused) return queue.oldest ? `${queue.paused}, oldest ${time(queue.oldest)}` : queue.paused;
  return queue.oldest >= 1000 ? `oldest for ${time(queue.oldest)}` : rates(queue);
}

function pill([x, y], [width, height], title, words, last, kind) {
  return svg('g', { class: `pill ${kind}` },
    svg('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 22 }),
    svg('text', { x, y: y - 13 }, title),
    svg('text', { class: 'load', x, y: y + 5 }, words),
    svg('text', { class: 'more', x, y: y + 22 }, last));
}

const kindOf = queue => queue.fault ? 'bad' : queue.paused ? 'held' : queue.waiting + queue.inWork ? 'loaded' : '';

export function graph(view, standing) {
  const plan = standing ? STANDING : LYING;
  const queues = Object.fromEntries(view.queues.map(queue => [queue.name, queue]));
  const of = role => view.processes.filter(process => process.role === role);
  const ready = role => `${of(role).filter(process => process.state === 'ready').length} of ${of(role).length} ready`;
  const way = (name, queue) => [
    edge(plan.edges[name], name === 'outbox' || name === 'results' ? queue.out : queue.in, queue.paused),
    pill(plan.pills[name], plan.pill, name, standing ? load(queue).replace('waiting', 'wait') : load(queue), more(queue), kindOf(queue)),
  ];
  const asked = queues.identify.in;
  const label = `Telegram to ${many(of('bot').length, 'bot', 'bots')} to ${many(of('detector').length, 'detector', 'detectors')} and back. `
    + view.queues.map(queue => `${queue.name}: ${load(queue)}${queue.paused ? `, ${queue.paused}` : ''}`).join('. ');
  return svg('svg', { viewBox: `0 0 ${plan.size.join(' ')}`, class: standing ? 'standing' : 'lying', role: 'img', 'aria-label': label },
    edge(plan.edges.updates, asked, false),
    pill(plan.pills.updates, plan.pill, 'updates', `${asked.toFixed(1)} pictures a second`, 'webhook and REST', ''),
    ...way('identify', queues.identify), ...way('results', queues.results), ...way('outbox', queues.outbox),
    node(plan.Telegram, plan.node, 'Telegram', view.telegram === 'Telegram' ? 'the real one' : 'its stand-in here', []),
    node(plan.bots, plan.node, of('bot').length === 1 ? 'Bot' : 'Bots', ready('bot'), of('bot')),
    node(plan.detectors, plan.node, of('detector').length === 1 ? 'Detector' : 'Detectors', ready('detector'), of('detector')));
}
