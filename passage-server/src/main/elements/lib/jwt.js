import { decode } from './base64url.js';

/** A token that ends within this time is not worth starting a request with. */
const MARGIN_MILLIS = 5_000;

/**
 * Whether an auth token is of the expected kind and has not expired. Only a server can tell whether it is genuine.
 * @param {string | null | undefined} token
 * @param {number} [now] in milliseconds
 * @returns {boolean} a token without `exp` lasts
 */
export function isFresh(token, now = Date.now()) {
  const [header, claims] = (token ?? '').split('.').map(parsed);
  if (header?.alg !== 'RS256' || header.typ !== 'JWT' || !claims) return false;
  return claims.exp === undefined || claims.exp * 1000 > now + MARGIN_MILLIS;
}

/**
 * @param {string} part
 * @returns {any} undefined when it is no JSON
 */
function parsed(part) {
  try {
    return JSON.parse(new TextDecoder().decode(decode(part)));
  } catch {
    return undefined;
  }
}
