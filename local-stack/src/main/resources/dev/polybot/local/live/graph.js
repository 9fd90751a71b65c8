// The system as it runs: who there is, what flows between them, what waits.
import { svg, time } from './plots.js';

const PLACES = { Telegram: [110, 150], bot: [480, 150], detector: [890, 150] };
const SIZE = [170, 92];

function node(x, y, title, count, processes) {
  const [width, height] = SIZE;
  const group = svg('g', { class: 'node' },
    svg('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 18 }),
    svg('text', { x, y: y - 12 }, title),
    svg('text', { class: 'count', x, y: y + 8 }, count));
  const gap = Math.min(18, 140 / Math.max(1, processes.length));
  processes.forEach((process, i) => {
    const state = process.state === 'ready' ? '' : process.state === 'starting' ? 'starting' : 'bad';
    group.append(svg('circle', { class: state, r: 5, cx: x + (i - (processes.length - 1) / 2) * gap, cy: y + 28 }, svg('title', {}, `${process.name}: ${process.state}`)));
  });
  return group;
}

function edge(path, rate, paused) {
  const kind = paused ? 'paused' : rate > 3 ? 'busy quick' : rate > 0 ? 'busy' : '';
  return svg('g', {}, svg('path', { class: 'edge', d: path }), kind ? svg('path', { class: `edge ${kind}`, d: path }) : null);
}

function pill(x, y, queue) {
  const loaded = queue.waiting + queue.inWork > 0;
  const words = queue.fault ?? `${queue.waiting} waiting, ${queue.inWork} in work`;
  const more = queue.paused || `${queue.in.toFixed(1)} in, ${queue.out.toFixed(1)} out a second${queue.waited ? `, waited ${time(queue.waited)}` : ''}`;
  return svg('g', { class: `pill ${loaded ? 'loaded' : ''}` },
    svg('rect', { x: x - 140, y: y - 22, width: 280, height: 44, rx: 22 }),
    svg('text', { x, y: y - 3 }, `${queue.name}: ${words}`),
    svg('text', { class: 'more', x, y: y + 14 }, more));
}

export function graph(view) {
  const queues = Object.fromEntries(view.queues.map(queue => [queue.name, queue]));
  const of = role => view.processes.filter(process => process.role === role);
  const ready = role => `${of(role).filter(process => process.state === 'ready').length} of ${of(role).length} ready`;
  const [t, b, d] = Object.values(PLACES);
  const label = `Telegram to ${of('bot').length} bots to ${of('detector').length} detectors and back. `
    + view.queues.map(queue => `${queue.name}: ${queue.fault ?? `${queue.waiting} waiting, ${queue.inWork} in work`}${queue.paused ? `, ${queue.paused}` : ''}`).join('. ');
  return svg('svg', { viewBox: '0 0 1000 300', role: 'img', 'aria-label': label },
    edge(`M${t[0]},104 C${t[0]},30 ${b[0]},30 ${b[0]},104`, queues.identify.in, false),
    edge(`M${b[0]},104 C${b[0]},30 ${d[0]},30 ${d[0]},104`, queues.identify.out, queues.identify.paused),
    edge(`M${d[0]},196 C${d[0]},270 ${b[0]},270 ${b[0]},196`, queues.results.out, queues.results.paused),
    edge(`M${b[0]},196 C${b[0]},270 ${t[0]},270 ${t[0]},196`, queues.outbox.out, queues.outbox.paused),
    node(...t, 'Telegram', view.telegram === 'Telegram' ? 'the real one' : 'its stand-in here', []),
    node(...b, of('bot').length === 1 ? 'Bot' : 'Bots', ready('bot'), of('bot')),
    node(...d, of('detector').length === 1 ? 'Detector' : 'Detectors', ready('detector'), of('detector')),
    pill((b[0] + d[0]) / 2, 46, queues.identify),
    pill((b[0] + d[0]) / 2, 254, queues.results),
    pill((b[0] + t[0]) / 2, 254, queues.outbox));
}
