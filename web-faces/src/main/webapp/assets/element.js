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
 * Tells whether the element shows its first view, now and whenever that changes.
 * @param {HTMLElement} element
 * @param {(isFirst: boolean) => void} tell
 */
export function watchFirstView(element, tell) {
  const root = element.shadowRoot;
  const look = () => tell(root.querySelector('.view-email-input') !== null);
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  look();
}
