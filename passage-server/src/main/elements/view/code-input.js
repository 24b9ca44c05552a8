import { h } from './dom.js';

const LENGTH = 6;

/**
 * Six boxes for a code, in the light DOM, where the browser looks for a place to fill it in. Whatever is typed, pasted or
 * filled in is spread over the boxes.
 * @param {import('./home.js').Ui} ui
 * @param {(code: string) => void} onComplete
 */
export function codeInput({ translate: t }, onComplete) {
  const boxes = Array.from({ length: LENGTH }, (_, index) => box(index));
  const error = h('p', { id: 'passage-code-error', class: 'psg-error', role: 'alert', 'data-testid': 'validation-error' });
  const group = h(
    'div',
    { class: 'psg-code', role: 'group', 'aria-label': t('enter-code'), 'aria-describedby': error.id, dir: 'ltr' },
    ...boxes,
  );
  const root = h('div', { slot: 'otpInput', class: 'psg-form' }, group, error);

  /** @param {number} index */
  function box(index) {
    return h('input', {
      class: 'psg-input',
      part: 'input',
      'data-testid': `otp-single-input-${index}`,
      'aria-label': t('digit-of-code', String(index + 1), String(LENGTH)),
      'aria-describedby': 'passage-code-error',
      autocomplete: index ? 'off' : 'one-time-code',
      inputmode: 'numeric',
      oninput: () => spread(index),
      onkeydown: (/** @type {KeyboardEvent} */ event) => move(event, index),
      onfocus: () => boxes[index].select(),
    });
  }

  const code = () => boxes.map(({ value }) => value).join('');

  /** @param {number} index */
  function spread(index) {
    const digits = boxes[index].value.normalize('NFKC').replace(/\D/g, '');
    boxes[index].value = digits.slice(0, 1);
    const rest = digits.slice(1, LENGTH - index);
    for (const [offset, digit] of [...rest].entries()) boxes[index + 1 + offset].value = digit;
    if (digits) boxes[Math.min(index + rest.length + 1, LENGTH - 1)].focus();
    if (digits && code().length === LENGTH) onComplete(code());
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   */
  function move(event, index) {
    const { key } = event;
    if (key === 'Enter') onComplete(code());
    else if (key === 'ArrowLeft') boxes[index - 1]?.focus();
    else if (key === 'ArrowRight') boxes[index + 1]?.focus();
    else if (key === 'Backspace' && !boxes[index].value && index) {
      boxes[index - 1].value = '';
      boxes[index - 1].focus();
    } else return;
    event.preventDefault();
  }

  return {
    root,
    code,
    focus: () => boxes[0].focus(),

    /**
     * @param {string} problem empty when there is none
     * @param {boolean} isBusy
     */
    update(problem, isBusy) {
      const isNew = problem && error.textContent !== problem;
      error.textContent = problem;
      for (const input of boxes) {
        input.readOnly = isBusy;
        input.setAttribute('aria-invalid', String(problem !== ''));
      }
      if (isNew) boxes[0].focus();
    },
  };
}
