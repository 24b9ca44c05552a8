/**
 * Brings the Passage element of the page to life; if its module can't be had, the page says so.
 * @param {HTMLElement} element
 * @returns {Promise<boolean>} whether the element works
 */
export async function bringToLife(element) {
  try {
    await import(element.dataset.module);
    await customElements.whenDefined(element.localName);
    return true;
  } catch {
    element.hidden = true;
    document.getElementById('module-failed').hidden = false;
    return false;
  }
}

/**
 * Keeps what belongs to the first view of the element in step with it, now and whenever its view changes.
 * @param {HTMLElement} element
 * @param {Element[]} [companions] shown with the first view only
 */
export function followFirstView(element, companions = []) {
  const root = element.shadowRoot;
  const look = () => {
    const isFirst = root.querySelector('.view-email-input') !== null;
    element.classList.toggle('element-first', isFirst);
    for (const companion of companions) companion.hidden = !isFirst;
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  look();
}
