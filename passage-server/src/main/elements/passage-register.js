import { AuthElement } from './auth-element.js';

/** `<passage-register>`: registration only. */
export class PassageRegister extends AuthElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['register'];
}
