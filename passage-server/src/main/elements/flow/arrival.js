import { Code, refusedAs } from '../lib/errors.js';
import { isFresh } from '../lib/jwt.js';

/** How long it is said that a link did its work, before the page goes on. */
const NOTICE_MILLIS = 2_000;

/**
 * What comes between a sign-in by message and the page: doubtful passkeys to judge, and the offer of a passkey for this
 * device. All of it can be left out, as the person is signed in already.
 */
export class Arrival {
  #flow;
  /** @type {import('../lib/api.js').AuthResult} */
  #result = { authToken: '', redirectUrl: '' };
  /** @type {import('./auth-flow.js').SuccessContext} */
  #context = {};
  #mayOffer = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import('./auth-flow.js').AuthFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /**
   * A link was opened here.
   * @param {{token: string, isVerification: boolean}} link
   */
  async openLink({ token, isVerification }) {
    const flow = this.#flow;
    flow.show({ view: 'open-link', linkDone: false });
    const result = await flow.api.activateLink(token).catch((refusal) => {
      throw ofLink(refusal);
    });
    flow.page.event('onMagicLinkActivateSuccess');
    await flow.follow(async () => this.begin(result, await flow.discovered(result), { mayOffer: !isVerification, isLink: true }));
  }

  /**
   * @param {import('../lib/api.js').AuthResult} result
   * @param {import('./auth-flow.js').SuccessContext} context
   * @param {{mayOffer: boolean, isLink?: boolean}} options mayOffer: a passkey; isLink: say first that the link worked
   */
  async begin(result, context, { mayOffer, isLink = false }) {
    const flow = this.#flow;
    this.#result = result;
    this.#context = context;
    this.#mayOffer = mayOffer && flow.passkeys && Boolean(flow.support?.platform);
    await flow.store(result);
    if (result.unconfirmedPasskeys) await this.#showDoubtful();
    else if (isLink && !this.#mayOffer) this.#say();
    else await this.#offerPasskey();
  }

  /** Keeps the passkeys that were there before the address was confirmed. */
  async keepDoubtful() {
    await this.#user().confirmDevices();
    await this.#offerPasskey();
  }

  /** Removes them. One that is gone already, by a try before, is no failure. */
  async removeDoubtful() {
    for (const { id, cred_id: credentialId } of this.#flow.state.devices ?? []) {
      await this.#user().removeDevice(id).catch((refusal) => {
        if (refusal.statusCode !== 404) throw refusal;
      });
      await this.#flow.page.discardPasskey(credentialId);
    }
    await this.#offerPasskey();
  }

  /** Makes a passkey for the person who is signed in now. */
  async addPasskey() {
    const user = this.#user();
    await this.#flow.makePasskey({
      start: () => user.startDevice('platform'),
      finish: (body) => user.finishDevice(body),
    });
    await this.goOn();
  }

  /** Hands over to the page, with a token that is still good however long the offer was looked at. */
  async goOn() {
    this.stop();
    await this.#flow.follow(async () => {
      await this.#renew();
      await this.#flow.finish(this.#result, this.#context);
    });
  }

  /** Ends the pause before the page goes on. */
  stop() {
    clearTimeout(this.#timer);
  }

  #user() {
    return this.#flow.api.ofUser(async () => {
      await this.#renew();
      return this.#result.authToken;
    });
  }

  async #renew() {
    const { authToken, refreshToken } = this.#result;
    if (!refreshToken || isFresh(authToken)) return;
    this.#result = { ...this.#result, ...(await this.#flow.api.refresh(refreshToken)), redirectUrl: this.#result.redirectUrl };
    await this.#flow.store(this.#result);
  }

  async #showDoubtful() {
    this.#flow.show({ view: 'doubtful-passkeys', devices: undefined });
    await this.#flow.follow(async () => {
      const devices = await this.#user().devices();
      this.#flow.show({ devices: devices.filter((device) => device.unconfirmed) });
    });
  }

  async #offerPasskey() {
    if (!this.#mayOffer) {
      await this.goOn();
      return;
    }
    this.#flow.page.event('onAddPasskey');
    this.#flow.show({ view: 'add-passkey' });
  }

  #say() {
    this.#flow.show({ linkDone: true });
    this.#timer = setTimeout(() => this.#flow.run(() => this.goOn()), NOTICE_MILLIS);
  }
}

/**
 * @param {unknown} refusal
 * @returns {import('../lib/errors.js').PassageError}
 */
function ofLink(refusal) {
  const error = refusedAs(refusal, Code.linkFailed);
  const isOfLink = error.code === Code.linkFailed && [401, 404].includes(error.statusCode);
  return isOfLink ? refusedAs(refusal, Code.linkInvalid) : error;
}
