import { isNumber } from '../lib/identifier.js';

/** Keys of the texts that name where a message goes; `refused` is the variant of the failure's text. */
const E_MAIL = Object.freeze({
  code: 'send-code',
  link: 'send-link',
  login: 'check-email-to-login',
  register: 'check-email-to-register',
  another: 'use-another-email',
  refused: undefined,
});

/** @type {Record<keyof typeof E_MAIL, string>} */
const SMS = Object.freeze({
  code: 'send-code-by-sms',
  link: 'send-link-by-sms',
  login: 'check-phone-to-login',
  register: 'check-phone-to-register',
  another: 'use-another-number',
  refused: 'phone',
});

/**
 * How messages to this identifier go.
 * @param {string} identifier as it was read
 */
export function channelOf(identifier) {
  return isNumber(identifier) ? SMS : E_MAIL;
}
