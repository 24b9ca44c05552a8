import { PassageElement } from './passage-element.js';

/** `<passage-login>`: login only. */
export class PassageLogin extends PassageElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['login'];
}
