import { button, h, setBusy } from './dom.js';
import { errorText } from './error-text.js';
import { completeNumbers, field, fieldsOf, problemOf } from './fields.js';

/**
 * E-mail, phone and the app's fields, to read and to edit.
 * @param {import('./profile.js').ProfileUi} ui
 */
export function personalData({ translate: t, flow }) {
  const { app } = flow;
  const email = field({ name: 'email', label: t('email-address'), type: 'email', testId: 'profile-email-input', prefix: 'psg-profile', autocomplete: 'email' });
  const phone = field({ name: 'phone', label: t('phone-number'), type: 'phone', testId: 'profile-phone-input', prefix: 'psg-profile', autocomplete: 'tel' });
  const schema = fieldsOf(app, 'profile');
  const custom = schema.map(({ field_name: name, friendly_name: label, type }) =>
    field({ name, label, type, testId: `profile-field-${name}`, prefix: 'psg-profile-field' }));
  const types = ['email', 'phone', ...schema.map(({ type }) => type)];
  const allowed = app?.allowed_identifier;
  email.root.hidden = allowed === 'phone';
  phone.root.hidden = allowed !== 'phone' && allowed !== 'both';
  const all = [email, phone, ...custom];

  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'failure-message' });
  const edit = button('edit-button', t('edit'), () => flow.data.edit(), 'secondary');
  const save = button('save-button', t('save'), () => form.requestSubmit());
  const cancel = button('cancel-button', t('cancel'), () => flow.data.cancel(), 'secondary');
  const pendingEmail = h('p', { class: 'psg-notice', role: 'status', 'data-testid': 'pending-email' });
  const pendingPhone = h('p', { class: 'psg-notice', role: 'status', 'data-testid': 'pending-phone' });
  const form = h('form', { class: 'psg-form psg-fields', novalidate: true, onsubmit: send }, ...all.map(({ root }) => root), pendingEmail, pendingPhone, failure, h('div', { class: 'psg-buttons' }, edit, save, cancel));
  const root = h(
    'section',
    { class: 'view-profile', 'aria-labelledby': 'psg-profile-title' },
    h('h2', { id: 'psg-profile-title', part: 'header', tabindex: '-1' }, t('personal-info')),
    form,
  );
  /** @type {{user: unknown, isEditing: boolean}} */
  let shown = { user: undefined, isEditing: false };

  /** @param {Event} event */
  async function send(event) {
    event.preventDefault();
    await completeNumbers(custom, flow.page.international);
    if (!flow.state.isEditing || !areValid()) return;
    const metadata = Object.fromEntries(custom.map(({ name, value }) => [name, value()]));
    flow.data.save({
      ...(!email.root.hidden && { email: email.input.value }),
      ...(!phone.root.hidden && { phone: phone.input.value }),
      metadata,
    });
  }

  function areValid() {
    const problems = all.map((each, index) => (each.root.hidden || index < 2 ? '' : problemOf(each, types[index], false)));
    all.forEach((each, index) => each.complain(t(problems[index])));
    const first = problems.findIndex(Boolean);
    if (first >= 0) all[first].input.focus();
    return first < 0;
  }

  /** @param {import('../lib/current-user-api.js').CurrentUser | undefined} user */
  function fill(user) {
    email.input.value = user?.email ?? '';
    phone.input.value = user?.phone ?? '';
    for (const { name, input } of custom) {
      const value = user?.user_metadata?.[name];
      if (input.type === 'checkbox') input.checked = value === true;
      else input.value = value === undefined || value === null ? '' : String(value);
    }
  }

  return {
    root,

    /** @param {import('../flow/profile-flow.js').ProfileState} state */
    update({ user, isEditing, error, field: at, waiting, pending, dialog }) {
      const isBegun = isEditing && !shown.isEditing;
      const isEnded = !isEditing && shown.isEditing;
      if (!isEditing && (user !== shown.user || isEnded)) fill(user);
      shown = { user, isEditing };
      root.toggleAttribute('data-editing', isEditing);
      for (const each of all) {
        const isLocked = !isEditing || waiting !== undefined;
        if (each.input.type === 'checkbox') each.input.disabled = isLocked;
        else each.input.readOnly = isLocked;
        each.input.placeholder = isEditing ? '' : '–';
        const isHere = isEditing && error !== undefined && at === each.name && (each === email || each === phone);
        if (error || !isEditing) each.complain(isHere ? errorText(t, error, at) : '');
        if (isHere && !waiting) each.input.focus();
      }
      const isAtInput = at === 'email' || at === 'phone';
      failure.textContent = error && isEditing && !dialog && !isAtInput ? errorText(t, error) : '';
      pendingEmail.textContent = pending.map(({ kind, value }) => (kind === 'email' ? t('email-pending', value) : '')).join('');
      pendingPhone.textContent = pending.map(({ kind, value }) => (kind === 'phone' ? t('phone-pending', value) : '')).join('');
      edit.hidden = isEditing || !flow.data.isEditable;
      save.hidden = cancel.hidden = !isEditing;
      setBusy(save, { busy: waiting !== undefined });
      setBusy(cancel, { blocked: waiting !== undefined });
      if (isBegun) (all.find((each) => !each.root.hidden) ?? email).input.focus();
      if (isEnded) edit.focus();
    },
  };
}
