import { AuthElement } from './auth-element.js';

/** `<passage-login>`: login only. */
export class PassageLogin extends AuthElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login'];
}
