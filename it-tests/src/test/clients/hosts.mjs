/**
 * Preloaded (node --import): https://auth.passage.id leads to the server under test, as a private DNS and certificate would have it.
 * The published package fetches its keys there by node:https and stays as it is.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const HOST = 'auth.passage.id';
const get = https.get;

https.get = (address, ...rest) => {
  const url = new URL(address);
  if (url.hostname !== HOST) {
    return get(address, ...rest);
  }
  const options = rest.filter((part) => typeof part !== 'object' || part === null);
  return http.get(process.env.PASSAGE_AUTH_URL + url.pathname.slice('/v1'.length), ...options);
};
syncBuiltinESMExports();
