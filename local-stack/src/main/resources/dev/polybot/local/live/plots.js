// Plots of the last minutes, and a picture's trace as a waterfall.
import { html, svg } from './dom.js';

export const time = ms => ms < 1 ? '< 1 ms' : ms < 1000 ? `${Math.round(ms)} ms` : ms < 60_000 ? `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s` : `${Math.floor(ms / 60_000)} min ${Math.round(ms % 60_000 / 1000)} s`;

/** The value that this share of the sorted ones does not exceed. */
export const quantile = (sorted, share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];

const WIDTH = 520;
const HEIGHT = 160;
const LEFT = 48;
const BOTTOM = 20;
const SPAN = 300_000;

/** The least of 1, 2, 5, 10, 20 … that holds all of it. */
function ceiling(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-9)));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= most * 0.999);
}

const high = share => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 8);

function frame(label, top, format) {
  const plot = svg('svg', { class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  for (const part of [0, 0.5, 1]) {
    plot.append(svg('line', { class: 'grid', x1: LEFT, x2: WIDTH, y1: high(part), y2: high(part) }), svg('text', { x: LEFT - 7, y: high(part) + 4, 'text-anchor': 'end' }, format(top * part)));
  }
  plot.append(svg('text', { x: LEFT, y: HEIGHT - 3 }, '5 min ago'), svg('text', { x: WIDTH, y: HEIGHT - 3, 'text-anchor': 'end' }, 'now'));
  return plot;
}

export const lastMinute = series => series.slice(-13, -1).reduce((sum, point) => sum + point.done, 0) / 12;

export function bars(series) {
  const top = ceiling(Math.max(1, ...series.map(point => point.done)));
  const plot = frame(`${lastMinute(series).toFixed(1)} pictures a second over the last minute`, top, value => value ? String(+value.toFixed(1)) : '0');
  const width = (WIDTH - LEFT) / series.length;
  series.forEach((point, i) => plot.append(svg('rect', { class: 'bar', x: LEFT + i * width + 1, y: high(point.done / top), width: width - 2, height: high(0) - high(point.done / top), rx: 2 })));
  return plot;
}

/** Each answer is a dot that opens its picture's trace; the lines are their median and their 95th percentile. */
export function waits(view) {
  const known = view.series.filter(point => point.p95 !== undefined);
  const top = ceiling(Math.max(100, ...view.answers.map(answer => answer.took)));
  const last = known.at(-1);
  const plot = frame(last ? `Median ${time(last.p50)}, 95 per cent within ${time(last.p95)}` : 'No answers lately', top, value => value ? time(value) : '0');
  const across = at => (LEFT + Math.max(0, 1 - (view.time - at) / SPAN) * (WIDTH - LEFT)).toFixed(1);
  for (const name of ['p95', 'p50']) {
    let run = [];
    const draw = () => {
      if (run.length > 1) plot.append(svg('polyline', { class: name, points: run.map(point => point.join(',')).join(' ') }));
      run = [];
    };
    for (const point of view.series) {
      if (point[name] === undefined) draw();
      else run.push([across(point.time + 2500), high(point[name] / top).toFixed(1)]);
    }
    draw();
  }
  for (const answer of view.answers) {
    plot.append(svg('circle', { class: 'answer', r: 3.2, cx: across(answer.time), cy: high(answer.took / top).toFixed(1), 'data-deed': 'trace', 'data-id': answer.prediction, 'data-key': answer.prediction },
      svg('title', {}, `${time(answer.took)}: open its trace`)));
  }
  return plot;
}

export function spark(values) {
  const top = Math.max(1, ...values);
  const points = values.map((value, i) => `${(100 - (values.length - 1 - i) * 100 / 59).toFixed(1)},${(22 - value / top * 20).toFixed(1)}`);
  return svg('svg', { class: 'spark', viewBox: '0 0 100 24', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('polyline', { points: points.join(' ') }));
}

const KINDS = { waiting: 'waiting in queues', detector: 'detector', aws: 'storage, queues and tables', telegram: 'Telegram', bot: 'bot', nothing: 'nothing known' };

function kindOf(span) {
  if (span.name.startsWith('wait ')) return 'waiting';
  if (/^(S3|Sqs|SQS|DynamoDb|Secrets)/.test(span.name)) return 'aws';
  if (span.name.startsWith('telegram ') && span.name !== 'telegram update') return 'telegram';
  return span.process.startsWith('detector') ? 'detector' : 'bot';
}

/** Of what the time was made: each moment belongs to what began last of all that was under way. */
export function shares(spans) {
  const start = Math.min(...spans.map(span => span.start));
  const edges = [...new Set(spans.flatMap(span => [span.start, span.start + span.took]))].sort((a, b) => a - b);
  const sums = Object.fromEntries(Object.keys(KINDS).map(kind => [kind, 0]));
  for (let i = 0; i + 1 < edges.length; i++) {
    const at = (edges[i] + edges[i + 1]) / 2;
    const under = spans.filter(span => span.start <= at && at < span.start + span.took);
    const last = under.reduce((latest, span) => !latest || span.start >= latest.start ? span : latest, null);
    sums[last ? kindOf(last) : 'nothing'] += edges[i + 1] - edges[i];
  }
  return { whole: Math.max(1e-3, edges.at(-1) - start), sums };
}

function summary(spans) {
  const { whole, sums } = shares(spans);
  const parts = Object.entries(sums).filter(([, took]) => took > whole / 500);
  let x = 0;
  const bar = svg('svg', { class: 'stack', viewBox: '0 0 1000 16', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...parts.map(([kind, took]) => {
      const rect = svg('rect', { class: kind, x, y: 0, width: took / whole * 1000, height: 16 });
      x += took / whole * 1000;
      return rect;
    }));
  return html('div', { class: 'made-of' }, bar, html('ul', { class: 'keys' },
    html('li', {}, html('b', {}, time(whole)), ' in all'),
    ...parts.map(([kind, took]) => html('li', {}, html('i', { class: `key ${kind}` }), `${KINDS[kind]} ${time(took)}`))));
}

export function waterfall(spans) {
  const start = Math.min(...spans.map(span => span.start));
  const whole = Math.max(1, ...spans.map(span => span.start + span.took - start));
  const byId = new Map(spans.map(span => [span.id, span]));
  const depth = span => {
    let steps = 0;
    for (let up = byId.get(span.parent); up && steps < 7; up = byId.get(up.parent)) steps++;
    return steps;
  };
  const axis = html('div', { class: 'axis', 'aria-hidden': 'true' }, html('span', {}),
    html('span', { class: 'ticks' }, ...[0, 0.25, 0.5, 0.75, 1].map(part => html('span', {}, part ? time(whole * part) : '0'))), html('span', {}));
  const list = html('ol', { class: 'waterfall' });
  for (const span of spans) {
    const bar = svg('svg', { viewBox: '0 0 1000 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { x: (span.start - start) / whole * 1000, width: Math.max(3, span.took / whole * 1000), y: 1, height: 12, rx: 2 }));
    const what = html('span', { class: 'what', 'data-depth': depth(span), title: `${span.name}, ${span.process}` }, span.name, html('small', {}, ` ${span.process}${span.error ? `: ${span.error}` : ''}`));
    list.append(html('li', { class: span.error ? 'wrong' : kindOf(span) }, what, bar, html('span', { class: 'took' }, time(span.took))));
  }
  return html('div', {}, summary(spans), axis, list);
}
