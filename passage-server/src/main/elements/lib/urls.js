/**
 * @param {string} address absolute or relative
 * @returns {string | undefined} the absolute address if it is one of the web, else nothing: never `javascript:` or `data:`
 */
export function webAddress(address) {
  if (!URL.canParse(address, location.href)) return undefined;
  const url = new URL(address, location.href);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
