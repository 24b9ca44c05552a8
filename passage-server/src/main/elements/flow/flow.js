import { Code, asPassageError, refusedAs } from '../lib/errors.js';
import { passkeyObstacle } from './abilities.js';

/**
 * What all flows show.
 * @typedef {object} FlowState
 * @property {string} view
 * @property {'request' | 'prompt' | undefined} waiting for the server or for the person's device
 * @property {import('../lib/errors.js').PassageError | undefined} error what went wrong last
 */

/**
 * The page around any flow.
 * @typedef {object} FlowPage
 * @property {string} origin of the page
 * @property {() => string} language of messages, two letters
 * @property {(national: string) => Promise<string>} international completes a phone number that was typed without its country,
 *   where the page names one
 * @property {(userId: string, credentialId: string) => void} rememberPasskey
 * @property {(credentialId: string) => Promise<void>} discardPasskey also tells the browser that the server takes it no longer
 */

/**
 * @template S, P
 * @typedef {object} FlowParts what a flow works with
 * @property {import('../lib/api.js').AuthApi} api
 * @property {import('../lib/ceremony.js').Ceremony} ceremony
 * @property {() => Promise<import('../lib/support.js').Support>} support
 * @property {P} page
 * @property {(state: S) => void} render
 */

/**
 * A state machine behind an element: what a person does goes in, states come out. It touches no document, so it runs wherever its
 * collaborators do. One thing is done at a time, what fails can be done again, and what was left does not speak up later.
 * @template {FlowState} S
 * @template {FlowPage} P
 */
export class Flow {
  /** @type {S} */
  #state;
  #render;
  #findSupport;
  /** @type {() => unknown} */
  #again = () => this.start();
  /** Counts what was begun, to tell what was left meanwhile. */
  #turn = 0;

  /**
   * @param {FlowParts<S, P>} parts
   * @param {S} state to start with
   */
  constructor({ api, ceremony, support, page, render }, state) {
    this.api = api;
    this.ceremony = ceremony;
    this.page = page;
    /** @type {any} the app's public settings, once loaded */
    this.app = undefined;
    /** @type {import('../lib/support.js').Support | undefined} */
    this.support = undefined;
    /** Why passkeys can't be used here. @type {import('../lib/errors.js').PassageError | undefined} */
    this.obstacle = undefined;
    this.#findSupport = support;
    this.#render = render;
    this.#state = state;
  }

  get state() {
    return this.#state;
  }

  /** Whether passkeys can be used here at all. */
  get passkeys() {
    return this.support !== undefined && !this.obstacle;
  }

  /** Loads the app's settings, and shows the first view or why there is none. */
  async start() {
    this.#again = () => this.start();
    this.#change({ view: 'loading', error: undefined });
    try {
      const [app, support] = await Promise.allSettled([this.api.app(), this.#findSupport()]);
      if (app.status === 'rejected') throw app.reason;
      if (support.status === 'rejected') throw support.reason;
      this.app = app.value;
      this.support = support.value;
      this.obstacle = passkeyObstacle(this.app, this.support, this.page.origin);
      await this.open();
    } catch (thrown) {
      this.show(this.refusal(thrown, { view: 'blocked' }));
    }
  }

  /**
   * Shows the first view.
   * @protected
   * @returns {Promise<void>} rejects when there is none
   */
  async open() {}

  /** Ends everything under way. */
  stop() {
    this.#render = () => {};
    this.ceremony.abort();
    this.api.close();
  }

  /** @param {Partial<S>} change */
  show(change) {
    this.#state = { ...this.#state, ...change };
    this.#render(this.#state);
  }

  /**
   * Does one thing at a time; a failure is shown in the view where it happened.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    if (this.#state.waiting) return;
    const turn = ++this.#turn;
    this.#again = () => this.run(work);
    this.#change({ ...this.silence, waiting: 'request' });
    try {
      await work();
      if (turn === this.#turn) this.#change({ waiting: undefined });
    } catch (thrown) {
      if (turn === this.#turn) this.#change({ waiting: undefined, ...this.refusal(thrown) });
    }
  }

  /**
   * A stage within {@link run}: from here on a retry starts with it.
   * @param {() => Promise<void>} work
   */
  async follow(work) {
    this.#again = () => this.run(work);
    await work();
  }

  /** Does again what failed. */
  async retry() {
    await this.#again();
  }

  /**
   * Ends the prompt, and leaves what waits for it without a say.
   * @param {Partial<S>} [change] what is shown instead
   */
  abandon(change) {
    this.#turn++;
    this.ceremony.abort();
    this.#change({ ...this.silence, waiting: undefined, ...change });
  }

  /**
   * Makes a passkey: the server asks for it, the person's device makes it, the server takes it.
   * @template T
   * @param {object} steps
   * @param {() => Promise<{handshake: import('../lib/api.js').Handshake, user: {id: string}}>} steps.start
   * @param {(body: object) => Promise<T>} steps.finish
   * @param {(refusal: unknown) => import('../lib/errors.js').PassageError} [steps.refused] what a refusal of either means
   * @returns {Promise<T>} what the server says in the end
   */
  async makePasskey({ start, finish, refused = (refusal) => refusedAs(refusal, Code.createRefused) }) {
    const refuse = (/** @type {unknown} */ refusal) => {
      throw refused(refusal);
    };
    const { handshake, user } = await start().catch(refuse);
    this.#change({ waiting: 'prompt' });
    const response = /** @type {{id: string}} */ (await this.ceremony.create(handshake.challenge.publicKey));
    this.#change({ waiting: 'request' });
    const answer = await finish({ handshake_id: handshake.id, user_id: user.id, handshake_response: response }).catch(refuse);
    this.page.rememberPasskey(user.id, response.id);
    return answer;
  }

  /**
   * Which devices are asked for a new passkey.
   * @param {'this-device' | 'other-device'} where
   */
  attachment(where) {
    return where === 'this-device' && this.support?.platform ? 'platform' : 'cross-platform';
  }

  /**
   * What takes back all that was said about what was done before.
   * @protected
   * @returns {object}
   */
  get silence() {
    return { error: undefined };
  }

  /**
   * What is shown of a failure. A prompt that gave way to another one is none.
   * @protected
   * @param {unknown} thrown
   * @param {object} [shown] beside it
   * @returns {any}
   */
  refusal(thrown, shown) {
    const error = asPassageError(thrown);
    return error.code === Code.ceremonyAborted ? {} : { ...shown, error };
  }

  /** @param {Partial<FlowState>} change */
  #change(change) {
    this.show(/** @type {Partial<S>} */ (change));
  }
}
