import { Code, PassageError, codeOfAnswer } from './errors.js';

const TIMEOUT_MILLIS = 15_000;

/**
 * JSON over HTTP with a time-out, and one kind of error for all that can fail.
 */
export class Http {
  #base;
  #timeout;
  #abort = new AbortController();

  /**
   * @param {string} base address that paths are appended to
   * @param {{timeout?: number}} [options] time-out in milliseconds
   */
  constructor(base, { timeout = TIMEOUT_MILLIS } = {}) {
    this.#base = base;
    this.#timeout = timeout;
  }

  /** Ends every request under way and every later one. */
  close() {
    this.#abort.abort();
  }

  /**
   * @param {string} path
   * @param {string} [token] bearer token
   * @returns {Promise<any>} the parsed body
   */
  get(path, token) {
    return this.#send(path, { headers: bearer(token) });
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {string} [token] bearer token
   * @returns {Promise<any>} the parsed body
   */
  post(path, body, token) {
    return this.#sendBody('POST', path, body, token);
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {string} [token] bearer token
   * @returns {Promise<any>} the parsed body
   */
  patch(path, body, token) {
    return this.#sendBody('PATCH', path, body, token);
  }

  /**
   * @param {string} path
   * @param {string} [token] bearer token
   * @returns {Promise<any>} the parsed body, if there is one
   */
  delete(path, token) {
    return this.#send(path, { method: 'DELETE', headers: bearer(token) });
  }

  /**
   * @param {'POST' | 'PATCH'} method
   * @param {string} path
   * @param {object} body
   * @param {string} [token]
   */
  #sendBody(method, path, body, token) {
    const headers = { 'Content-Type': 'application/json', ...bearer(token) };
    return this.#send(path, { method, headers, body: JSON.stringify(body) });
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   */
  async #send(path, init) {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, this.#timeout);
    this.#abort.signal.addEventListener('abort', stop);
    if (this.#abort.signal.aborted) stop();
    try {
      const response = await fetch(this.#base + path, { ...init, signal: limit.signal });
      return await bodyOf(response, init.method === 'DELETE');
    } catch (failure) {
      if (failure instanceof PassageError) throw failure;
      throw new PassageError(this.#abort.signal.aborted ? Code.ceremonyAborted : Code.network, { cause: failure });
    } finally {
      clearTimeout(timer);
      this.#abort.signal.removeEventListener('abort', stop);
    }
  }
}

/**
 * @param {string} [token]
 * @returns {Record<string, string>}
 */
function bearer(token) {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/**
 * @param {Response} response
 * @param {boolean} mayBeEmpty
 * @returns {Promise<any>}
 */
async function bodyOf(response, mayBeEmpty) {
  const text = await response.text();
  const json = parse(text);
  if (response.ok && (json !== undefined || mayBeEmpty)) return json;

  const { status: statusCode, statusText } = response;
  const serverCode = String(json?.code ?? '');
  const message = json === undefined ? text : String(json?.error ?? '');
  const code = response.ok ? Code.serverFailed : codeOfAnswer(statusCode, serverCode);
  throw new PassageError(code, { message, statusCode, statusText, serverCode });
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
