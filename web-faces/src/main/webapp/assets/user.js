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
