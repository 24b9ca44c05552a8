import { PassageElement } from './passage-element.js';

/** `<passage-auth>`: login and registration, with a toggle between them. */
export class PassageAuth extends PassageElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login', 'register'];
}
