import { sendPatiently } from './retry.js';

/**
 * Tokens for as long as the page is open: nothing is left where a later script could read it.
 * @returns {object} a token store as the Elements want it
 */
export function memoryTokenStore() {
  let tokens;
  return {
    getAuthToken: () => tokens?.authToken,
    getRefreshToken: () => tokens?.refreshToken,
    setTokens: (fresh) => {
      tokens = fresh;
    },
    clearTokens: () => {
      tokens = undefined;
    },
  };
}

/**
 * Lets the server set the session cookies for these tokens.
 * @param {{authToken: string, refreshToken?: string, refreshTokenExpiration?: number}} tokens as an Element hands them over
 * @param {string} root of the app, with a slash at its end
 * @param {typeof sendPatiently} [send]
 */
export async function startSession(tokens, root, send = sendPatiently) {
  const address = `${root}session`;
  const start = () =>
    send(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens.authToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        refresh_token: tokens.refreshToken,
        refresh_token_expiration: tokens.refreshTokenExpiration,
      }),
    });
  let answer = await start();
  if (answer.status === 401) {
    // a session of somebody else in this browser contradicts the token: it ends first
    await send(address, { method: 'DELETE' });
    answer = await start();
  }
  if (!answer.ok) throw new Error(`the session was refused: ${answer.status}`);
}

/**
 * Where to go after signing in.
 * @param {string | undefined} wanted
 * @param {string} otherwise
 * @param {string} here address of this page
 * @returns {string} the wanted address if it is of this origin
 */
export function destination(wanted, otherwise, here) {
  const fallback = new URL(otherwise, here).href;
  if (!wanted || !URL.canParse(wanted, here)) return fallback;
  const url = new URL(wanted, here);
  return url.origin === new URL(here).origin ? url.href : fallback;
}
