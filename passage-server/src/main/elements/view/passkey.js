import { Code } from '../lib/errors.js';
import { channelOf } from './channel.js';
import { button, h, passkeyIcon, setBusy } from './dom.js';
import { errorText } from './error-text.js';

/**
 * @typedef {import('./home.js').Ui} Ui
 * @typedef {import('./home.js').View} View
 */

/**
 * Registration, second step: make the passkey.
 * @param {Ui} ui
 * @returns {View}
 */
export function createPasskeyView(ui) {
  const { translate: t, flow } = ui;
  const main = button('register-main-button', t('register-with-passkey'), () => flow.createPasskey('this-device'));
  const other = button('register-secondary-button', t('use-another-device'), () => flow.createPasskey('other-device'), 'secondary');
  const view = passkeyView(ui, {
    attributes: { class: 'auth-flex-container', 'data-tag': 'register-device-message' },
    title: 'create-title',
    text: 'create-text',
    prompt: 'follow-create-prompt',
    buttons: [main, other],
    fallbackTestId: 'register-email-button',
  });
  return {
    ...view,
    update(state) {
      view.update(state);
      const code = state.error?.code;
      setBusy(main, { busy: state.waiting !== undefined });
      setBusy(other, { blocked: state.waiting !== undefined });
      main.textContent = t(code ? 'try-again' : 'register-with-passkey');
      main.hidden = code === Code.alreadyExists;
      other.hidden = code === Code.alreadyExists || !flow.support?.platform;
      view.offer(code === Code.passkeyExists || code === Code.alreadyExists ? signInOffer(ui) : undefined);
    },
  };
}

/**
 * Login, second step: use the passkey.
 * @param {Ui} ui
 * @returns {View}
 */
export function usePasskeyView(ui) {
  const { translate: t, flow } = ui;
  const main = button('login-passkey-button', t('log-in-with-a-passkey'), () => flow.retry());
  const view = passkeyView(ui, {
    attributes: { class: 'view-webauthn-sign-in auth-flex-container' },
    title: 'use-title',
    text: 'use-text',
    prompt: 'unlock-your-passkey',
    buttons: [main],
    fallbackTestId: 'login-with-email-button',
  });
  return {
    ...view,
    update(state) {
      view.update(state);
      setBusy(main, { busy: state.waiting !== undefined });
      main.textContent = t(state.error ? 'try-again' : 'log-in-with-a-passkey');
    },
  };
}

/**
 * @param {Ui} ui
 * @param {{attributes: Record<string, string>, title: string, text: string, prompt: string, buttons: HTMLButtonElement[],
 *   fallbackTestId: string}} content
 */
function passkeyView({ translate: t, flow }, { attributes, title, text, prompt, buttons, fallbackTestId }) {
  const account = h('p', { class: 'psg-account' });
  const explanation = h('p', { class: 'psg-text' });
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const offers = h('div', { class: 'psg-offers' });
  const fallback = button(fallbackTestId, '', () => flow.useFallback(), 'secondary');
  const back = button('change-email-button', '', () => flow.changeIdentifier(), 'link');
  const root = h(
    'section',
    attributes,
    passkeyIcon(),
    h('h2', { part: 'header', tabindex: '-1' }, t(title)),
    account,
    explanation,
    failure,
    ...buttons,
    fallback,
    offers,
    back,
  );

  return {
    root,

    /** @param {import('../flow/auth-flow.js').State} state */
    update({ identifier, anyPasskey, form, waiting, error }) {
      const isNamed = form === 'register' || !anyPasskey;
      const channel = channelOf(identifier);
      account.textContent = isNamed ? identifier : '';
      back.textContent = t(isNamed ? channel.another : 'back');
      setBusy(back, { blocked: waiting === 'request' });
      fallback.textContent = t(flow.fallback === 'code' ? channel.code : channel.link);
      fallback.hidden = !flow.fallback || !isNamed || error?.code === Code.alreadyExists;
      setBusy(fallback, { blocked: waiting === 'request' });
      explanation.textContent = error ? '' : t(waiting === 'prompt' ? prompt : text);
      failure.textContent = error ? errorText(t, error, flow.fallback && isNamed ? 'offer' : undefined) : '';
    },

    /** @param {HTMLElement | undefined} offer a way out beside trying again */
    offer: (offer) => offers.replaceChildren(...(offer ? [offer] : [])),
  };
}

/** @param {Ui} ui */
function signInOffer({ translate: t, flow, loginUrl }) {
  if (flow.canToggle) return button('login-link', t('login-here'), () => flow.toggle(flow.state.identifier), 'link');
  const href = loginUrl();
  return href ? h('a', { class: 'psg-link', 'data-testid': 'login-link', href }, t('login-here')) : undefined;
}
