// Plots and the waterfall, as SVG.
const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter(child => child !== null));
  return node;
}

export function html(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== null) node.setAttribute(key, value);
  }
  node.append(...children.filter(child => child !== null));
  return node;
}

export const time = ms => ms < 1 ? '< 1 ms' : ms < 1000 ? `${Math.round(ms)} ms` : ms < 60_000 ? `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s` : `${Math.floor(ms / 60_000)} min ${Math.round(ms % 60_000 / 1000)} s`;

const WIDTH = 520;
const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 18;

/** The least of 1, 2, 5, 10, 20 … that holds all of it. */
function ceiling(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-9)));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= most * 0.999);
}

function frame(label, top, format) {
  const plot = svg('svg', { class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  for (const part of [0, 0.5, 1]) {
    const y = (HEIGHT - BOTTOM) - part * (HEIGHT - BOTTOM - 8);
    plot.append(svg('line', { class: 'grid', x1: LEFT, x2: WIDTH, y1: y, y2: y }), svg('text', { x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, format(top * part)));
  }
  plot.append(svg('text', { x: LEFT, y: HEIGHT - 3 }, '5 min ago'), svg('text', { x: WIDTH, y: HEIGHT - 3, 'text-anchor': 'end' }, 'now'));
  return plot;
}

export function bars(series) {
  const top = ceiling(Math.max(1, ...series.map(point => point.done)));
  const now = series.slice(-13, -1).reduce((sum, point) => sum + point.done, 0) / 12;
  const plot = frame(`${now.toFixed(1)} pictures a second over the last minute`, top, value => value ? String(+value.toFixed(1)) : '0');
  const width = (WIDTH - LEFT) / series.length;
  series.forEach((point, i) => {
    const height = point.done / top * (HEIGHT - BOTTOM - 8);
    if (height) plot.append(svg('rect', { class: 'bar', x: LEFT + i * width + 1, y: HEIGHT - BOTTOM - height, width: width - 2, height, rx: 2 }));
  });
  return plot;
}

export function lines(series) {
  const known = series.filter(point => point.p95 !== undefined);
  const top = ceiling(Math.max(100, ...known.map(point => point.p95)));
  const last = known.at(-1);
  const plot = frame(last ? `Median ${time(last.p50)}, 95 per cent within ${time(last.p95)}` : 'No answers lately', top, value => value ? time(value) : '0');
  const width = (WIDTH - LEFT) / series.length;
  for (const name of ['p95', 'p50']) {
    let run = [];
    const draw = () => {
      if (run.length > 1) plot.append(svg('polyline', { class: name, points: run.map(point => point.join(',')).join(' ') }));
      else if (run.length) plot.append(svg('circle', { class: name, cx: run[0][0], cy: run[0][1], r: 3 }));
      run = [];
    };
    series.forEach((point, i) => {
      if (point[name] === undefined) draw();
      else run.push([(LEFT + (i + 0.5) * width).toFixed(1), (HEIGHT - BOTTOM - point[name] / top * (HEIGHT - BOTTOM - 8)).toFixed(1)]);
    });
    draw();
  }
  return plot;
}

export function waterfall(spans) {
  const start = Math.min(...spans.map(span => span.start));
  const whole = Math.max(1, ...spans.map(span => span.start + span.took - start));
  const byId = new Map(spans.map(span => [span.id, span]));
  const depth = span => {
    let steps = 0;
    for (let up = byId.get(span.parent); up && steps < 12; up = byId.get(up.parent)) steps++;
    return steps;
  };
  const list = html('div', { class: 'waterfall', role: 'list' });
  for (const span of spans) {
    const kind = span.error ? 'wrong' : span.name.startsWith('wait') ? 'wait' : span.process.startsWith('bot') ? 'bot' : '';
    const bar = svg('svg', { viewBox: '0 0 1000 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { x: (span.start - start) / whole * 1000, width: Math.max(2, span.took / whole * 1000), y: 2, height: 10 }));
    const what = html('span', { class: 'what', title: `${span.name}, ${span.process}` }, span.name, html('small', {}, ` ${span.process}${span.error ? `: ${span.error}` : ''}`));
    what.style.paddingLeft = `${Math.min(depth(span), 7) * 0.6}rem`;
    list.append(html('div', { class: kind, role: 'listitem' }, what, bar, html('span', { class: 'took' }, time(span.took))));
  }
  return list;
}
