const MAGIC = 'psg_magic_link';
const VERIFY = 'psg_verify_link';

/** Links that an element of this page has opened: a second element, or a second start, leaves them alone. */
const taken = new Set();

/**
 * The link by message that led to this page, for the first element that asks.
 * @returns {{token: string, isVerification: boolean} | undefined}
 */
export function takeLink() {
  const query = new URLSearchParams(location.search);
  const magic = query.get(MAGIC);
  const token = magic || query.get(VERIFY);
  if (!token || taken.has(token)) return undefined;
  taken.add(token);
  return { token, isVerification: !magic };
}

/** @returns {string} path, query and fragment of this page, without what a link by message added */
export function pagePath() {
  const url = new URL(location.href);
  if (url.searchParams.has(MAGIC) || url.searchParams.has(VERIFY)) {
    url.searchParams.delete(MAGIC);
    url.searchParams.delete(VERIFY);
  }
  return url.pathname + url.search + url.hash;
}
