import { ProfileElement, TABLE_VIEWS } from './profile-element.js';

/** `<passage-passkey-table>`: the passkeys alone. */
export class PassagePasskeyTable extends ProfileElement {
  static views = TABLE_VIEWS;
}
