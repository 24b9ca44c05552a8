const PAUSES = [300, 1000];
const LONGEST_WAIT = 4000;

/**
 * Sends a request, and again after a short pause when the network or the server failed.
 * @param {string} address
 * @param {RequestInit} request must be safe to repeat
 * @param {{fetch?: typeof fetch, pause?: (milliseconds: number) => Promise<unknown>}} [with_]
 * @returns {Promise<Response>} the answer, also one that refuses (4xx); rejects when the last try failed too
 */
export async function sendPatiently(address, request, { fetch = globalThis.fetch, pause = sleep } = {}) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(address, { ...request, signal: AbortSignal.timeout(LONGEST_WAIT) });
      if (answer.status < 500) return answer;
      throw new Error(`${address} answered ${answer.status}`);
    } catch (failure) {
      if (attempt === PAUSES.length) throw failure;
      await pause(PAUSES[attempt]);
    }
  }
}

/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
