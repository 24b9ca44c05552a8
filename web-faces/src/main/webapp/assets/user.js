import { sendPatiently } from './retry.js';

/**
 * Tells the app the name of the new user. A failure stops nobody: the dashboard makes the row if it is missing.
 * @param {string} token
 * @param {string} name
 * @param {string} api base of the REST API
 * @param {typeof sendPatiently} [send]
 * @returns {Promise<boolean>} whether the app took it
 */
export async function tellName(token, name, api, send = sendPatiently) {
  try {
    const answer = await send(`${api}/user`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Leaves the name with the server, in case that the registration ends in another tab or on another device. A failure stops nobody.
 * @param {string} identifier
 * @param {string} name
 * @param {string} root of the app, with a slash at its end
 * @param {typeof fetch} [send]
 */
export async function keepName(identifier, name, root, send = fetch) {
  await send(`${root}register/name`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier, name }),
    keepalive: true,
    signal: AbortSignal.timeout(2000),
  }).catch(() => undefined);
}
