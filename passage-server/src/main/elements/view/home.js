import { Code } from '../lib/errors.js';
import { button, h, setBusy } from './dom.js';
import { errorText, isOfInput } from './error-text.js';
import { completeNumbers, field, fieldsOf, problemOf } from './fields.js';
import { arePageFieldsValid, pageFieldValues, sendOnEnter } from './page-fields.js';

/**
 * @typedef {object} Ui what a view needs of its element
 * @property {import('../i18n/i18n.js').Translate} translate
 * @property {import('../flow/auth-flow.js').AuthFlow} flow
 * @property {string} language of the texts
 * @property {HTMLElement} host the element itself
 * @property {string} identifier to start with
 * @property {() => string | undefined} registerUrl where else one can register
 * @property {() => string | undefined} loginUrl where else one can sign in
 * @property {(part: HTMLElement) => void} expose puts it into the light DOM
 *
 * @typedef {object} View
 * @property {HTMLElement} root
 * @property {(state: any) => void} update
 * @property {(identifier: string) => void} [prefill] unless something was typed
 * @property {() => void} [focus] where to go on typing, when the view before had the focus
 * @property {() => void} [remove] takes away what the view has outside of its root
 */

/** Input type, autocomplete tokens and label, by what the app takes as identifier. */
const INPUTS = {
  email: { type: 'email', inputmode: 'email', token: 'email', label: 'email-address' },
  phone: { type: 'tel', inputmode: 'tel', token: 'tel', label: 'phone-number' },
  both: { type: 'text', inputmode: 'email', token: 'email', label: 'email-or-phone-number' },
};

/**
 * The identifier form, to sign in or to register.
 * @param {Ui} ui
 * @param {'login' | 'register'} form
 * @returns {View}
 */
export function homeView(ui, form) {
  const { translate: t, flow } = ui;
  const isLogin = form === 'login';
  const more = isLogin ? undefined : moreFields(ui);
  const identifier = identifierField(ui, isLogin, more);
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const next = button('continue-button', t('continue'), () => identifier.form.requestSubmit());
  const anyPasskey = button('passkey-button', t('log-in-with-a-passkey'), () => flow.useAnyPasskey(identifier.typed()), 'secondary');
  const toggle = toggleLine(ui, isLogin, identifier);

  const root = h(
    'section',
    { class: 'view-email-input', 'data-form': form },
    h('h2', { part: 'header', tabindex: '-1' }, t(isLogin ? 'login-title' : 'register-title')),
    isLogin ? h('slot', { name: 'loginInput' }, identifier.form) : identifier.form,
    h('slot', { name: isLogin ? 'below-login-input' : 'below-register-input' }),
    failure,
    next,
  );
  const divider = h('p', { class: 'psg-divider' }, h('span', {}, t('or')));
  if (isLogin) root.append(divider, anyPasskey);
  root.append(toggle);

  return {
    root,
    prefill: identifier.prefill,
    remove() {
      identifier.form.remove();
      more?.remove();
    },
    update(state) {
      const isBusy = state.waiting !== undefined;
      more?.update(state);
      identifier.update(state);
      failure.textContent = state.error && !isOfInput(state.error) ? errorText(t, state.error) : '';
      setBusy(next, { busy: isBusy });
      setBusy(anyPasskey, { blocked: isBusy });
      anyPasskey.hidden = divider.hidden = flow.app !== undefined && !flow.passkeys;
      toggle.hidden = !flow.canToggle;
      const isExposed = identifier.form.slot === 'loginInput';
      if (isLogin && !isExposed && state.view === 'home' && flow.passkeys && flow.support?.conditional) {
        identifier.form.slot = 'loginInput';
        ui.expose(identifier.form);
      }
    },
  };
}

/**
 * What a registration asks for beside the identifier: the app's fields, and the page's own.
 * @param {Ui} ui
 */
function moreFields({ translate: t, flow, host }) {
  const root = h('div', { class: 'psg-fields' });
  const slot = h('slot', { name: 'fields' });
  /** @type {import('./fields.js').Field[]} */
  let fields = [];
  /** @type {unknown} */
  let madeFor;
  let stop = () => {};

  return {
    /** @param {HTMLFormElement} form that it belongs to */
    addTo(form) {
      form.prepend(root, slot);
      stop = sendOnEnter(host, () => form.requestSubmit());
    },
    remove: () => stop(),

    /** Shows what is wrong, at the first input that is. */
    async isValid() {
      await completeNumbers(fields, flow.page.international);
      const schema = fieldsOf(flow.app, 'registration');
      const problems = fields.map((each, index) => problemOf(each, schema[index].type, true));
      fields.forEach((each, index) => each.complain(t(problems[index])));
      const first = problems.findIndex(Boolean);
      if (first >= 0) fields[first].input.focus();
      return first < 0 && arePageFieldsValid(host);
    },

    /** @returns {Record<string, unknown> | undefined} */
    values() {
      const values = { ...pageFieldValues(host), ...Object.fromEntries(fields.map(({ name, value }) => [name, value()])) };
      return Object.keys(values).length ? values : undefined;
    },

    /** @param {import('../flow/auth-flow.js').State} state */
    update({ waiting, userMetadata }) {
      for (const { input } of fields) input.readOnly = waiting !== undefined;
      if (!flow.app || flow.app === madeFor) return;
      madeFor = flow.app;
      fields = fieldsOf(flow.app, 'registration').map(({ field_name: name, friendly_name: label, type }) =>
        field({ name, label, type, testId: `register-field-${name}`, prefix: 'psg-register-field' }));
      for (const { name, input } of fields) {
        const before = userMetadata?.[name];
        if (input.type === 'checkbox') input.checked = before === true;
        else if (before != null) input.value = String(before);
      }
      root.replaceChildren(...fields.map((each) => each.root));
    },
  };
}

/**
 * @param {Ui} ui
 * @param {boolean} isLogin
 * @param {ReturnType<typeof moreFields>} [more]
 */
function identifierField(ui, isLogin, more) {
  const { translate: t, flow } = ui;
  const input = h('input', {
    id: 'identifier',
    name: 'identifier',
    class: 'psg-input',
    part: 'input',
    'data-testid': 'identifier-input',
    autocapitalize: 'none',
    autocorrect: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'identifier-error',
  });
  input.value = ui.identifier;
  const label = h('label', { for: 'identifier', class: 'psg-label' });
  const error = h('p', {
    id: 'identifier-error',
    class: 'psg-error',
    part: 'identifier-input-error-message',
    role: 'alert',
    'data-testid': 'validation-error',
  });
  const form = h('form', { class: 'psg-form', 'data-passage-form': true, novalidate: true, onsubmit: submit },
    h('div', { class: 'psg-field' }, label, input, error));

  more?.addTo(form);

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (!more || (await more.isValid())) flow.submit(input.value, more?.values());
  }

  return {
    form,
    typed: () => input.value,

    /** @param {string} identifier */
    prefill(identifier) {
      if (isLogin && !input.value) input.value = identifier;
    },

    /** @param {import('../flow/auth-flow.js').State} state */
    update(state) {
      const allowed = allowedIdentifier(flow);
      const { type, inputmode, token, label: text } = INPUTS[allowed];
      input.type = type;
      input.inputMode = inputmode;
      input.setAttribute('autocomplete', isLogin ? 'username webauthn' : token);
      input.readOnly = state.waiting !== undefined;
      label.textContent = t(text);

      const shown = isOfInput(state.error) ? state.error : undefined;
      input.setAttribute('aria-invalid', String(shown !== undefined));
      error.replaceChildren(...(shown ? errorWithOffer(ui, shown, allowed, input) : []));
      if (shown && !error.hasAttribute('data-shown')) input.focus();
      error.toggleAttribute('data-shown', shown !== undefined);
    },
  };
}

/**
 * @param {Ui} ui
 * @param {import('../lib/errors.js').PassageError} error
 * @param {string} allowed
 * @param {HTMLInputElement} input
 * @returns {(Node | string)[]}
 */
function errorWithOffer(ui, error, allowed, input) {
  const offer = offerFor(ui, error, input);
  const text = errorText(ui.translate, error, offer ? 'offer' : allowed);
  return offer ? [text, ' ', offer] : [text];
}

/**
 * The other form, when that is what the person needs: here if this element has it, else on the page that does.
 * @param {Ui} ui
 * @param {import('../lib/errors.js').PassageError} error
 * @param {HTMLInputElement} input
 * @returns {HTMLElement | undefined}
 */
function offerFor(ui, error, input) {
  const { translate: t, flow } = ui;
  const isUnknown = error.code === Code.notRecognized;
  if (!isUnknown && error.code !== Code.alreadyExists) return undefined;
  const text = t(isUnknown ? 'register-here' : 'login-here');
  const testId = isUnknown ? 'register-offer' : 'login-offer';
  if (flow.canToggle) return button(testId, text, () => flow.toggle(input.value), 'link');
  const href = isUnknown ? ui.registerUrl() : ui.loginUrl();
  return href ? h('a', { class: 'psg-link', 'data-testid': testId, href }, text) : undefined;
}

/**
 * @param {Ui} ui
 * @param {boolean} isLogin
 * @param {{typed: () => string}} field
 */
function toggleLine({ translate: t, flow }, isLogin, field) {
  const testId = isLogin ? 'register-link' : 'login-link';
  const link = button(testId, t(isLogin ? 'register-here' : 'login-here'), () => flow.toggle(field.typed()), 'link');
  const question = t(isLogin ? 'dont-have-an-account' : 'already-have-an-account');
  return h('p', { class: 'psg-toggle', hidden: true }, `${question} `, link);
}

/**
 * @param {import('../flow/auth-flow.js').AuthFlow} flow
 * @returns {'email' | 'phone' | 'both'}
 */
function allowedIdentifier({ app }) {
  const allowed = app?.allowed_identifier;
  return allowed === 'phone' || allowed === 'both' ? allowed : 'email';
}
