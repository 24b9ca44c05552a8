import { AuthElement } from './auth-element.js';

/** `<passage-auth>`: login and registration, with a toggle between them. */
export class PassageAuth extends AuthElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login', 'register'];
}
