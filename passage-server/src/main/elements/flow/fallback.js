import { Code, PassageError, refusedAs } from '../lib/errors.js';

/** Published rhythm of the waiting tab: every five seconds, for an hour. */
const POLL_MILLIS = 5_000;
const MOST_POLLS = 720;

/**
 * The way in without a passkey: a one-time code, or a link, by message.
 */
export class Fallback {
  #flow;
  #messageId = '';
  #polls = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import('./auth-flow.js').AuthFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /** Which way the app has; codes come first, as they need no second tab. */
  get kind() {
    const methods = this.#flow.app?.auth_methods;
    if (methods?.otp) return 'code';
    return methods?.magic_link ? 'link' : undefined;
  }

  /** Sends the message and shows where its code goes, or that its link is waited for. */
  async start() {
    const flow = this.#flow;
    const { form, identifier } = flow.state;
    const isCode = this.kind === 'code';
    flow.show({ view: isCode ? 'enter-code' : 'await-link', sent: 0 });
    flow.page.event(EVENTS[isCode ? 'code' : 'link'][form], { identifier });
    await flow.follow(() => this.#send(form));
  }

  /** Sends another one. It is a login in any case: somebody who registers is known by now. */
  async resend() {
    await this.#send('login');
  }

  /** @param {string} code */
  async enterCode(code) {
    if (!/^\d{6}$/.test(code)) throw new PassageError(Code.codeIncomplete);
    const { api, page } = this.#flow;
    const result = await api.activateCode(this.#messageId, code).catch((refusal) => {
      throw ofCode(refusal);
    });
    page.event('onOneTimePasscodeActivated');
    await this.#succeed(result);
  }

  /** Ends the waiting for a link. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** @param {'login' | 'register'} to */
  async #send(to) {
    const flow = this.#flow;
    const { api, page } = flow;
    const { identifier } = flow.state;
    const isCode = this.kind === 'code';
    this.stop();
    const sending = isCode
      ? api.sendCode(to, identifier, page.language())
      : api.sendLink(to, identifier, page.language(), page.path());
    this.#messageId = await sending.catch((refusal) => {
      throw refusedAs(refusal, Code.messageRefused);
    });
    flow.show({ sent: Date.now() });
    if (!isCode && this.#messageId) this.#pollAgain(0);
  }

  /** @param {number} polls so far */
  #pollAgain(polls) {
    this.#polls = polls;
    if (polls < MOST_POLLS) this.#timer = setTimeout(() => this.#poll(), POLL_MILLIS);
  }

  /** Until the link is opened the answer is an error, and any other error may pass too. */
  async #poll() {
    const flow = this.#flow;
    const timer = this.#timer;
    const result = await flow.api.linkStatus(this.#messageId).catch(() => undefined);
    if (timer !== this.#timer || flow.state.view !== 'await-link') return;
    if (!result || flow.state.waiting) {
      this.#pollAgain(this.#polls + 1);
      return;
    }
    this.stop();
    flow.page.event('onMagicLinkActivated');
    await flow.run(() => this.#succeed(result));
  }

  /** @param {import('../lib/api.js').AuthResult} result */
  async #succeed(result) {
    const { identifier, form, userMetadata } = this.#flow.state;
    await this.#flow.arrive(result, { identifier, authType: form, ...(userMetadata && { userMetadata }) });
  }
}

const EVENTS = {
  code: { login: 'onOneTimePasscodeLogin', register: 'onOneTimePasscodeRegister' },
  link: { login: 'onMagicLinkLogin', register: 'onMagicLinkRegister' },
};

/**
 * @param {unknown} refusal
 * @returns {PassageError}
 */
function ofCode(refusal) {
  const error = refusedAs(refusal, Code.codeWrong);
  if (error.statusCode === 401) return refusedAs(refusal, Code.codeAttempts);
  return error.statusCode === 404 && error.code === Code.codeWrong ? refusedAs(refusal, Code.codeExpired) : error;
}
