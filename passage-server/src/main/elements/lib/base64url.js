/**
 * Decodes base64url (RFC 4648 §5). Padding is tolerated: everything from the first `=` on is ignored.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decode(text) {
  const unpadded = text.split('=', 1)[0];
  return Uint8Array.from(atob(unpadded.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

/**
 * Encodes bytes as base64url without padding.
 * @param {ArrayBuffer | Uint8Array} bytes
 * @returns {string}
 */
export function encode(bytes) {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
