// What opens above the page: a picture's trace, and what a process says.
import { ask } from './api.js';
import { button, html } from './dom.js';
import { waterfall } from './plots.js';

const sheet = document.getElementById('sheet');
const body = document.getElementById('sheet-body');
const path = encodeURIComponent;
let refresh;

function open(title, ...nodes) {
  clearInterval(refresh);
  document.getElementById('sheet-title').textContent = title;
  body.replaceChildren(...nodes);
  if (!sheet.open) sheet.showModal();
  sheet.scrollTop = 0;
}

sheet.addEventListener('close', () => clearInterval(refresh));
sheet.addEventListener('click', event => { if (event.target === sheet) sheet.close(); });
document.getElementById('close').addEventListener('click', () => sheet.close());

export async function openTrace(id) {
  const [spans, outcome] = await Promise.all([ask(`trace/${path(id)}`), ask(`outcome/${path(id)}`).catch(() => ({}))]);
  const ended = outcome.status === 'FAILED' ? outcome.sentence : outcome.status ? `${outcome.found} found by ${outcome.model}.` : 'Under way.';
  const processes = [...new Set(spans.map(span => span.process))];
  open('The way of this picture',
    html('div', { class: 'summary' },
      outcome.status ? html('img', { src: `api/picture/${path(id)}`, alt: '' }) : null,
      html('div', {}, html('p', { class: outcome.status === 'FAILED' ? 'wrong' : null }, ended),
        html('p', { class: 'soft' }, `Prediction ${id}`), html('p', { class: 'soft' }, `Trace ${spans[0]?.trace ?? 'forgotten'}`))),
    spans.length ? waterfall(spans) : html('p', { class: 'soft' }, 'Its trace is forgotten: only the last thousand are kept.'),
    html('p', { class: 'acts' }, ...processes.map(name => button('log', `Lines of ${name} about it`, { name, about: id }))));
}

export async function openLog(name, about) {
  const log = html('pre', { class: 'log', tabindex: '0', 'aria-label': `Lines of ${name}` });
  const words = html('input', { type: 'search', 'aria-label': 'Lines with', placeholder: 'the id of a picture or a trace, or any word' });
  words.value = about;
  let shown = null;
  const read = async () => {
    const lines = await ask(`logs/${path(name)}?about=${path(words.value.trim())}`).catch(error => [error.message]);
    const text = lines.join('\n') || (words.value ? 'No such line.' : 'Nothing yet.');
    if (text === shown) return;
    const follows = shown === null || log.scrollHeight - log.scrollTop - log.clientHeight < 24;
    shown = text;
    log.textContent = text;
    if (follows) log.scrollTop = log.scrollHeight;
  };
  words.addEventListener('input', read);
  open(`What ${name} says`, html('p', { class: 'filter' }, words), log);
  await read();
  log.scrollTop = log.scrollHeight;
  refresh = setInterval(read, 1000);
}
