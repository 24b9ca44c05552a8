import { button, h, noticeIcon, passkeyIcon, setBusy } from './dom.js';
import { errorText } from './error-text.js';
import { passkeyDialog } from './passkey-dialog.js';

/**
 * @typedef {import('./profile.js').ProfileUi} ProfileUi
 * @typedef {import('../lib/current-user-api.js').Device} Device
 */

const ROWS_PER_PAGE = 10;

/**
 * The person's passkeys: add, rename, remove.
 * @param {ProfileUi} ui
 */
export function passkeyTable(ui) {
  const { translate: t, flow } = ui;
  const table = tableOf(ui);
  const dialog = passkeyDialog(ui);
  const failure = h('p', { class: 'psg-failure', role: 'alert', 'data-testid': 'table-failure' });
  const add = button('add-passkey-button', t('add-passkey'), () => flow.ask('add'), 'secondary');
  const empty = h('p', { class: 'psg-text', 'data-testid': 'empty-table' }, t('no-devices-found'));
  const doubt = doubtNotice(ui);
  const root = h(
    'section',
    { class: 'view-passkeys', 'aria-labelledby': 'psg-passkeys-title' },
    h('h2', { id: 'psg-passkeys-title', part: 'header', tabindex: '-1' }, t('my-passkeys')),
    doubt.root,
    table.root,
    empty,
    failure,
    add,
    dialog.root,
  );
  return {
    root,

    /** @param {import('../flow/profile-flow.js').ProfileState} state */
    update(state) {
      const devices = state.user?.webauthn_devices ?? [];
      table.update(devices);
      doubt.update(state);
      empty.hidden = devices.length > 0;
      add.hidden = !flow.passkeys;
      setBusy(add, { blocked: state.waiting !== undefined });
      failure.textContent = state.error && !state.dialog && !state.isEditing ? errorText(t, state.error) : '';
      dialog.update(state);
    },
  };
}

/** @param {ProfileUi} ui */
function tableOf({ translate: t, language, flow }) {
  const head = ['device-name', 'added-time', 'last-login'].map((key) =>
    h('th', { part: 'passage-table-header-cell', scope: 'col' }, t(key)));
  const actions = h('th', { part: 'passage-table-header-cell', scope: 'col' }, h('span', { class: 'psg-status' }, t('actions')));
  const body = h('tbody', {});
  const root = h(
    'table',
    { class: 'psg-table', part: 'passage-table' },
    h('thead', {}, h('tr', { part: 'passage-table-header-row' }, ...head, actions)),
    body,
  );
  const place = h('span', { role: 'status' });
  const before = button('paginator-previous', t('previous-page'), () => turn(-1), 'link');
  const after = button('paginator-next', t('next-page'), () => turn(1), 'link');
  for (const target of [before, after]) target.part.add('paginator-button');
  const paginator = h('p', { class: 'psg-paginator' }, before, place, after);
  /** @type {Device[]} */
  let devices = [];
  let page = 0;

  /** @param {number} by */
  function turn(by) {
    page = Math.max(0, Math.min(page + by, Math.ceil(devices.length / ROWS_PER_PAGE) - 1));
    const first = page * ROWS_PER_PAGE;
    const shown = devices.slice(first, first + ROWS_PER_PAGE);
    body.replaceChildren(...shown.map((device, index) => row(device, first + index, { t, language, flow })));
    place.textContent = t('showing-page-of-n', String(first + 1), String(first + shown.length), String(devices.length));
    paginator.hidden = devices.length <= ROWS_PER_PAGE;
    setBusy(before, { blocked: page === 0 });
    setBusy(after, { blocked: first + ROWS_PER_PAGE >= devices.length });
  }

  return {
    root: h('div', { class: 'psg-table-frame' }, root, paginator),

    /** @param {Device[]} now */
    update(now) {
      root.hidden = now.length === 0;
      if (now === devices) return;
      devices = now;
      turn(0);
    },
  };
}

/**
 * @param {Device} device
 * @param {number} number
 * @param {{t: import('../i18n/i18n.js').Translate, language: string, flow: import('../flow/profile-flow.js').ProfileFlow}} with_
 */
function row(device, number, { t, language, flow }) {
  const { friendly_name: name, created_at: created, last_login_at: used } = device;
  const testId = `passkey-table-row-${number}`;
  const act = (/** @type {string} */ kind, /** @type {string} */ key, /** @type {string} */ id) => {
    const action = button(`${id}-${number}`, t(key), () => flow.ask(kind, device), 'link');
    action.setAttribute('aria-label', `${t(key)}: ${name}`);
    return action;
  };
  const buttons = h('span', { id: `psg-actions-${number}`, class: 'psg-actions' },
    act('rename', 'edit', 'edit-passkey-button'), act('remove', 'delete', 'revoke-passkey-button'));
  const menu = button('action-menu-button', '⋯', () => {
    const isOpen = buttons.toggleAttribute('data-open');
    menu.setAttribute('aria-expanded', String(isOpen));
  }, 'link');
  for (const [key, value] of Object.entries({ 'aria-label': `${t('actions')}: ${name}`, 'aria-expanded': 'false', 'aria-controls': buttons.id })) {
    menu.setAttribute(key, value);
  }
  const cell = (/** @type {string} */ key, /** @type {string} */ part, /** @type {(Node | string)[]} */ ...content) =>
    h('td', { part: 'passage-table-cell', 'data-testid': `${testId}-${part}`, 'data-label': t(key) }, ...content);
  const title = h('th', { part: 'passage-table-cell', scope: 'row', 'data-testid': `${testId}-device-name` }, deviceIcon(device), name);
  return h(
    'tr',
    { part: 'passage-table-row', 'data-testid': testId },
    title,
    cell('added-time', 'device-date-added', date(created, language)),
    cell('last-login', 'device-last-login', date(used, language)),
    h('td', { part: 'passage-table-cell', class: 'psg-actions-cell' }, menu, buttons),
  );
}

/**
 * The maker's picture if the server has one. It may be data only: nothing is asked from another host.
 * @param {Device} device
 */
function deviceIcon({ icons }) {
  const { light, dark } = icons ?? {};
  if (!light?.startsWith('data:image/')) return passkeyIcon();
  const source = dark?.startsWith('data:image/') ? [h('source', { srcset: dark, media: '(prefers-color-scheme: dark)' })] : [];
  return h('picture', {}, ...source, h('img', { src: light, alt: '', width: '24', height: '24' }));
}

/** @param {ProfileUi} ui */
function doubtNotice({ translate: t, flow }) {
  const keep = button('keep-passkeys-button', t('keep-passkeys'), () => flow.keys.confirm(), 'secondary');
  const root = h('div', { class: 'psg-doubt', hidden: true }, noticeIcon(), h('p', {}), keep);
  return {
    root,

    /** @param {import('../flow/profile-flow.js').ProfileState} state */
    update({ user, waiting }) {
      const doubtful = (user?.webauthn_devices ?? []).filter(({ unconfirmed }) => unconfirmed);
      const names = doubtful.map(({ friendly_name: name }) => name).join(', ');
      root.hidden = doubtful.length === 0;
      /** @type {HTMLElement} */ (root.querySelector('p')).textContent = t('doubtful-in-table', names);
      setBusy(keep, { blocked: waiting !== undefined });
    },
  };
}

/**
 * @param {string} instant never used is the year 1
 * @param {string} language
 */
function date(instant, language) {
  const when = new Date(instant);
  return when.getFullYear() > 1970 ? when.toLocaleDateString(language, { dateStyle: 'medium' }) : '–';
}
