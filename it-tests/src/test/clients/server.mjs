/**
 * A server of a former Passage app: calls each function of the published passage-node once and prints what came of it, as JSON.
 * Given by the environment: PASSAGE_APP_ID, PASSAGE_API_KEY, PASSAGE_API_URL, AUTH_TOKEN of a user, EMAIL of another one to make.
 */
import passageNode from '@passageidentity/passage-node';

const Passage = passageNode.default ?? passageNode.Passage ?? passageNode;
const { PASSAGE_APP_ID, PASSAGE_API_KEY, PASSAGE_API_URL, AUTH_TOKEN, EMAIL } = process.env;
const M = 'https://api.passage.id/v1';

const passage = new Passage({
  appID: PASSAGE_APP_ID,
  apiKey: PASSAGE_API_KEY,
  fetchApi: (address, init) => fetch(String(address).replace(M, PASSAGE_API_URL), init),
});

const results = {};
async function call(name, action) {
  try {
    results[name] = (await action()) ?? null;
  } catch (failure) {
    results[name] = { failed: failure.statusCode ?? String(failure), code: failure.errorCode };
  }
  return results[name];
}

const caller = await call('auth.validateJwt', () => passage.auth.validateJwt(AUTH_TOKEN));
await call('auth.validateJwt of garbage', () => passage.auth.validateJwt('garbage'));
const made = await call('user.create', () => passage.user.create({ email: EMAIL }));
await call('user.create again', () => passage.user.create({ email: EMAIL }));
await call('user.get', () => passage.user.get(made.id));
await call('user.get of nobody', () => passage.user.get('aaaaaaaaaaaaaaaaaaaaaaaa'));
await call('user.getByIdentifier', () => passage.user.getByIdentifier(EMAIL.toUpperCase()));
await call('user.getByIdentifier of nobody', () => passage.user.getByIdentifier('nobody@mail.example'));
await call('user.update', () => passage.user.update(made.id, { user_metadata: { nickname: 'Lady' } }));
await call('user.activate', () => passage.user.activate(made.id));
await call('user.deactivate', () => passage.user.deactivate(made.id));
const devices = await call('user.listDevices', () => passage.user.listDevices(caller));
await call('user.revokeDevice', () => passage.user.revokeDevice(caller, devices[0].id));
await call('user.revokeDevice again', () => passage.user.revokeDevice(caller, devices[0].id));
await call('user.revokeRefreshTokens', () => passage.user.revokeRefreshTokens(caller));
await call('auth.createMagicLink', () => passage.auth.createMagicLink({ email: EMAIL.replace('@', '+link@'), type: 'login', send: true }, { ttl: 5 }));
await call('auth.createMagicLink for a user', () => passage.auth.createMagicLink({ user_id: caller, userId: caller, channel: 'email', type: 'verify_identifier', send: false }));
await call('getApp', () => passage.getApp());
await call('authenticateRequest', () => passage.authenticateRequest({ headers: { cookie: `a=b; psg_auth_token=${AUTH_TOKEN}` } }));
await call('auth.createMagicLink by phone', () => passage.auth.createMagicLink({ phone: '+4930901820', type: 'login', send: false }));
// Names of the earlier generation, which 2.x still has
await call('validAuthToken', () => passage.validAuthToken(AUTH_TOKEN));
await call('authenticateRequestWithHeader', () => passage.authenticateRequestWithHeader({ headers: { authorization: `Bearer ${AUTH_TOKEN}` } }));
await call('authenticateRequest without a token', () => passage.authenticateRequest({ headers: {} }));
await call('getUserByIdentifier', () => passage.user.getUserByIdentifier(EMAIL));
await call('createMagicLink', () => passage.createMagicLink({ email: EMAIL.replace('@', '+late@'), channel: 'email', send: false }));
await call('signOut', () => passage.user.signOut(caller));
await call('user.delete', () => passage.user.delete(made.id));
await call('user.delete again', () => passage.user.delete(made.id));

console.log(JSON.stringify(results));
