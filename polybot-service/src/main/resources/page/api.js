import { authorization, askForKey } from './key.js';

export const PREDICTIONS = '/api/v1/predictions';

/** What the REST tier said against a request (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body?.detail ?? '');
    this.status = status;
    this.retryAfter = Math.min(120, Number(retryAfter) || 0);
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

/** What a load balancer says when nobody behind it answers. */
const GATEWAY = [502, 504];

/** A request that is made again when the key that it lacked is there. */
export async function ask(path, { signal } = {}) {
  for (;;) {
    const used = authorization();
    let response;
    try {
      response = await fetch(path, { headers: used, signal });
    } catch (error) {
      throw signal?.aborted ? error : new Unreachable(error.message);
    }
    if (response.ok) {
      return response;
    }
    if (GATEWAY.includes(response.status)) {
      throw new Unreachable(`status ${response.status}`);
    }
    const problem = new Problem(response.status, await response.json().catch(() => null), response.headers.get('Retry-After'));
    if (problem.status !== 401 || !(await askForKey(used.Authorization))) {
      throw problem;
    }
  }
}

export const prediction = async (id, options) => (await ask(`${PREDICTIONS}/${encodeURIComponent(id)}`, options)).json();
export const events = (id, options) => ask(`${PREDICTIONS}/${encodeURIComponent(id)}/events`, options);
export const original = async (id, options) => (await ask(`${PREDICTIONS}/${encodeURIComponent(id)}/image?variant=original`, options)).blob();

export const classes = async options => (await (await ask('/api/v1/classes', options)).json()).classes;

export const settings = async () => (await fetch('/page/settings.json')).json();

/** Low, so that the page's slider can go on from there without asking again. */
export const CONFIDENCE = 0.1;

/**
 * Sends a picture. Only XMLHttpRequest tells how far an upload is. The once-key makes sending it again, after a connection broke, harmless.
 */
export async function submit(file, { name, onceKey, onProgress, signal }) {
  for (;;) {
    const used = authorization();
    const { status, body, retryAfter } = await post(`${PREDICTIONS}?${new URLSearchParams({ name, confidence: CONFIDENCE })}`, file, {
      headers: { ...used, 'Content-Type': 'application/octet-stream', 'Idempotency-Key': onceKey },
      onProgress,
      signal,
    });
    if (status >= 200 && status < 300 && body?.id) {
      return body;
    }
    if (GATEWAY.includes(status)) {
      throw new Unreachable(`status ${status}`);
    }
    if (status !== 401 || !(await askForKey(used.Authorization))) {
      throw new Problem(status, body, retryAfter);
    }
  }
}

function post(url, file, { headers, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = () => signal.removeEventListener('abort', stop);
    request.open('POST', url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.responseType = 'json';
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      end();
      resolve({ status: request.status, body: request.response, retryAfter: request.getResponseHeader('Retry-After') });
    };
    request.onerror = () => {
      end();
      reject(new Unreachable('The connection broke.'));
    };
    request.onabort = () => reject(signal.reason);
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    signal.addEventListener('abort', stop);
    request.send(file);
  });
}
