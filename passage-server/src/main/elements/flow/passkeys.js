import { Code, PassageError, asPassageError, refusedAs } from '../lib/errors.js';

const LONGEST_NAME = 64;

/**
 * What a person can do with the own passkeys.
 */
export class Passkeys {
  #flow;

  /** @param {import('./profile-flow.js').ProfileFlow} flow */
  constructor(flow) {
    this.#flow = flow;
  }

  /** @param {'this-device' | 'other-device'} where */
  async add(where) {
    const flow = this.#flow;
    await flow.run(async () => {
      await flow.makePasskey({
        start: () => flow.user.startDevice(flow.attachment(where)),
        finish: (body) => flow.user.finishDevice(body),
      });
      await this.#reload('passkey-added');
    });
  }

  /**
   * @param {import('../lib/current-user-api.js').Device} device
   * @param {string} typed
   */
  async rename(device, typed) {
    const name = typed.trim();
    await this.#flow.run(async () => {
      if (!name || [...name].length > LONGEST_NAME) throw new PassageError(Code.nameInvalid);
      await this.#flow.user.renameDevice(device.id, name).catch((refusal) => {
        throw ofDevice(refusal, Code.nameInvalid);
      });
      await this.#reload('passkey-renamed');
    });
  }

  /** @param {import('../lib/current-user-api.js').Device} device */
  async remove(device) {
    const flow = this.#flow;
    await flow.run(async () => {
      await flow.user.removeDevice(device.id).catch((refusal) => {
        const error = ofDevice(refusal, Code.lastPasskey);
        if (error.code !== Code.passkeyGone) throw error;
      });
      flow.page.discardPasskey(device.cred_id);
      await this.#reload('passkey-removed');
    });
  }

  /** Says that the passkeys from before the address was confirmed are the person's own. */
  async confirm() {
    await this.#flow.run(async () => {
      await this.#flow.user.confirmDevices();
      await this.#reload('passkeys-confirmed');
    });
  }

  /**
   * Shows the passkeys as they are now, and tells the browser.
   * @param {string} done key of the text that says what worked
   */
  async #reload(done) {
    const flow = this.#flow;
    flow.page.changed('passkeys');
    flow.show({ dialog: '', device: undefined, done });
    const devices = await flow.user.devices();
    const user = /** @type {import('../lib/current-user-api.js').CurrentUser} */ (flow.state.user);
    flow.show({ user: { ...user, webauthn_devices: devices } });
    flow.page.signal.accepted(flow.rpId, user.id, devices.map(({ cred_id: id }) => id));
    flow.page.signal.details(flow.rpId, user.id, user.email || user.phone);
  }
}

/**
 * @param {unknown} refusal
 * @param {string} code of any other refusal than that it is gone
 */
function ofDevice(refusal, code) {
  const error = asPassageError(refusal);
  return error.serverCode === 'device_not_found' ? refusedAs(error, Code.passkeyGone) : refusedAs(error, code);
}
