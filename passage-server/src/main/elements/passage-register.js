import { PassageElement } from './passage-element.js';

/** `<passage-register>`: registration only. */
export class PassageRegister extends PassageElement {
  /** @type {('login' | 'register')[]} */
  static forms = ['register'];
}
