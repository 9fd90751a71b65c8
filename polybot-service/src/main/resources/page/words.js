import english from './words/en.js';

/** Every sentence of the page, in the browser's language where there is one for it. */
const language = (navigator.languages?.[0] ?? navigator.language ?? 'en').slice(0, 2) === 'de' ? 'de' : 'en';
const words = language === 'de' ? { ...english, ...(await import('./words/de.js')).default } : english;

export function say(key, ...details) {
  const word = words[key];
  return typeof word === 'function' ? word(...details) : word;
}

export const className = name => words.classNames?.[name] ?? name;
export const failureSentence = (code, sentence) => words.failures?.[code] ?? sentence;
export const percent = fraction => `${Math.round(fraction * 100)} %`;
export const seconds = milliseconds => `${(milliseconds / 1000).toLocaleString(language, { maximumFractionDigits: milliseconds < 1000 ? 2 : 1 })} s`;

/** The document itself is written in English. */
export function translateDocument() {
  document.documentElement.lang = language;
  if (language !== 'en') {
    document.querySelectorAll('[data-word]').forEach(node => (node.textContent = words[node.dataset.word]));
    document.querySelectorAll('[data-label]').forEach(node => node.setAttribute('aria-label', words[`${node.dataset.label}Label`]));
  }
}
