import { Code } from '../lib/errors.js';
import { channelOf } from './channel.js';
import { codeInput } from './code-input.js';
import { button, h, letterIcon, setBusy } from './dom.js';
import { errorText } from './error-text.js';

/**
 * @typedef {import('./home.js').Ui} Ui
 * @typedef {import('./home.js').View} View
 */

/** Time before another message can be asked for. */
const COOL_DOWN_MILLIS = 30_000;

/** @type {Set<string>} */
const OF_CODE = new Set([Code.codeIncomplete, Code.codeWrong, Code.codeExpired, Code.codeAttempts]);

/** @type {Set<string>} */
const PASSING = new Set([Code.network, Code.serverFailed, Code.tooManyRequests, Code.linkFailed]);

/**
 * Sign-in by a one-time code.
 * @param {Ui} ui
 * @returns {View}
 */
export function enterCodeView(ui) {
  const { translate: t, flow } = ui;
  const input = codeInput(ui, (code) => flow.enterCode(code));
  const next = button('continue-button', t('continue'), () => flow.enterCode(input.code()));
  const frame = messageView(ui, {
    title: 'enter-code',
    text: 'enter-code-sent',
    resend: ['one-time-passcode-resend-button', 'resend-code', 'resend-code-in'],
    back: ['one-time-passcode-goback-button', 'back'],
    main: [h('slot', { name: 'otpInput' }), next],
  });
  ui.expose(input.root);
  return {
    root: frame.root,
    focus: input.focus,
    remove() {
      frame.remove();
      input.root.remove();
    },
    update(state) {
      const isOfCode = state.error !== undefined && OF_CODE.has(state.error.code);
      input.update(state.error && isOfCode ? errorText(t, state.error) : '', state.waiting !== undefined);
      frame.update(state, isOfCode);
      setBusy(next, { busy: state.waiting !== undefined });
    },
  };
}

/**
 * Sign-in by a link that is opened elsewhere.
 * @param {Ui} ui
 * @returns {View}
 */
export function awaitLinkView(ui) {
  const { form, identifier } = ui.flow.state;
  const channel = channelOf(identifier);
  return messageView(ui, {
    title: channel[form],
    text: 'link-sent',
    resend: ['resend-link-button', 'resend-link', 'resend-link-in'],
    back: ['change-email-button', channel.another],
    main: [],
  });
}

/**
 * What both have in common: where the message went, another one after a while, and the way back.
 * @param {Ui} ui
 * @param {{title: string, text: string, resend: [string, string, string], back: [string, string], main: HTMLElement[]}} content
 */
function messageView({ translate: t, flow }, { title, text, resend, back, main }) {
  const explanation = h('p', { class: 'psg-text' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const again = button(resend[0], t(resend[1]), () => flow.resend(), 'secondary');
  const goBack = button(back[0], t(back[1]), () => flow.changeIdentifier(), 'link');
  const root = h(
    'section',
    { class: 'view-access-token auth-flex-container' },
    letterIcon(),
    h('h2', { part: 'header', tabindex: '-1' }, t(title)),
    explanation,
    failure,
    ...main,
    again,
    goBack,
  );
  let sent = 0;
  let isWaiting = false;
  const clock = setInterval(showRest, 1_000);

  /** How long to wait is in the button alone: a live region that counts would never be silent. */
  function showRest() {
    const rest = Math.ceil((sent + COOL_DOWN_MILLIS - Date.now()) / 1_000);
    const isCooling = sent > 0 && rest > 0;
    again.textContent = isCooling ? t(resend[2], String(rest)) : t(resend[1]);
    setBusy(again, { blocked: isWaiting || isCooling });
  }

  return {
    root,
    remove: () => clearInterval(clock),

    /**
     * @param {import('../flow/auth-flow.js').State} state
     * @param {boolean} [isSaidElsewhere]
     */
    update({ error, identifier, sent: at, waiting }, isSaidElsewhere = false) {
      sent = at ?? 0;
      isWaiting = waiting !== undefined;
      explanation.textContent = sent ? t(text, identifier) : '';
      failure.textContent = error && !isSaidElsewhere ? errorText(t, error, channelOf(identifier).refused) : '';
      setBusy(goBack, { blocked: waiting === 'request' });
      showRest();
    },
  };
}

/**
 * A link was opened here.
 * @param {Ui} ui
 * @returns {View}
 */
export function openLinkView({ translate: t, flow }) {
  const title = h('h2', { part: 'header', tabindex: '-1' });
  const text = h('p', { class: 'psg-text', role: 'status', 'data-testid': 'activate-magic-link-message' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const again = button('activate-magic-link-button', t('try-again'), () => flow.retry());
  const anew = button('change-email-button', t('request-new-link'), () => flow.changeIdentifier());
  const root = h('section', { class: 'view-verify-token auth-flex-container' }, letterIcon(), title, text, failure, again, anew);
  return {
    root,
    update({ error, linkDone, waiting }) {
      title.textContent = t(error ? 'link-failed-title' : linkDone ? 'done-title' : 'open-link-title');
      text.textContent = error ? '' : t(linkDone ? 'done-text' : 'please-wait');
      failure.textContent = error ? errorText(t, error) : '';
      again.hidden = !error || !PASSING.has(error.code);
      anew.hidden = !error || !again.hidden;
      setBusy(again, { busy: waiting !== undefined });
    },
  };
}
