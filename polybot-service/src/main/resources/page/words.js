import english from './words/en.js';

/** Every sentence of the page, in the browser's language where there is one for it. */
const language = (navigator.languages?.[0] ?? navigator.language ?? 'en').slice(0, 2) === 'de' ? 'de' : 'en';
const words = language === 'de' ? { ...english, ...(await import('./words/de.js')).default } : english;

export function say(key, ...details) {
  const word = words[key];
  return typeof word === 'function' ? word(...details) : word;
}

/** How many things are to be seen. @param all how many there are with those that are not, chosen the classes that are wanted, none for all */
export const thingsOf = (count, all, chosen) => (count ? say('things', count) : say(all ? (chosen?.size ? 'nothingChosen' : 'nothingAsCertain') : 'nothing'));

export const className = name => words.classNames?.[name] ?? name;
export const failureSentence = (code, sentence) => words.failures?.[code] ?? sentence;

/** Rounded down: what is told as 40 % is there when 40 % are asked for. */
export const percent = fraction => {
  const nearest = Math.round(fraction * 100);
  return `${nearest / 100 > fraction ? nearest - 1 : nearest} %`;
};

/** Something always took some time. */
export const seconds = milliseconds => {
  const told = Math.max(10, milliseconds);
  return `${told > milliseconds ? '< ' : ''}${(told / 1000).toLocaleString(language, { maximumFractionDigits: told < 1000 ? 2 : 1 })} s`;
};

/** The document itself is written in English. */
export function translateDocument() {
  document.documentElement.lang = language;
  if (language !== 'en') {
    document.querySelectorAll('[data-word]').forEach(node => (node.textContent = words[node.dataset.word]));
    document.querySelectorAll('[data-label]').forEach(node => node.setAttribute('aria-label', words[`${node.dataset.label}Label`]));
  }
  // Signs alone do not say which keys do the same.
  document.querySelectorAll('button[data-label]').forEach(button => (button.title = button.ariaLabel));
}
