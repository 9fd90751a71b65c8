const ID = /^[A-Za-z0-9_-]{1,128}$/;

/** What the part after # asks for. @returns {{id?: string, nonsense?: boolean}} */
export function read(hash) {
  const text = hash.replace(/^#/, '');
  if (text === '') {
    return {};
  }
  return ID.test(text) ? { id: text } : { nonsense: true };
}

export const linkTo = id => `${location.origin}${location.pathname}#${id}`;
