import { PROFILE_VIEWS, ProfileElement } from './profile-element.js';

/** `<passage-profile>`: personal data, passkeys and social connections of the person who is signed in. */
export class PassageProfile extends ProfileElement {
  static views = PROFILE_VIEWS;
}
