import { say } from './words.js';

export const MOST_AT_ONCE = 300;
const MEGABYTE = 1024 * 1024;

const SIGNATURES = [
  [0xff, 0xd8],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];

/** Whether a file begins as the pictures do that the server reads. Names and types that it claims are not believed. */
export function isPicture(head) {
  const webp = text(head, 0) === 'RIFF' && text(head, 8) === 'WEBP';
  return webp || SIGNATURES.some(signature => signature.every((byte, index) => head[index] === byte));
}

const text = (head, from) => String.fromCharCode(...head.slice(from, from + 4));

/** Why a file cannot be sent, in a sentence; null when it can. */
export async function objection(file, maxBytes) {
  if (file.size > maxBytes) {
    return say('tooLarge', Math.ceil(file.size / MEGABYTE), Math.floor(maxBytes / MEGABYTE));
  }
  let head;
  try {
    head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  } catch {
    return say('unreadable');
  }
  if (file.size === 0) {
    return say('emptyFile');
  }
  return isPicture(head) ? null : say('notAPicture');
}

export const newOnceKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
