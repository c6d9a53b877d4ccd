/** The server as code: for `npm start`, for tests, and for who runs it within another program. */
export { authenticatorOf } from './authenticator-of';
export { demoAuthorKey } from './author-key';
export { describeApi } from './http/openapi';
export { fillSpace } from './database/fill';
export { proveWith } from './database/proof';
export { Log } from './log';
export { startServer } from './server';
export type { RunningServer, ServerOptions } from './server';
export { readSettings } from './settings';
export type { Settings } from './settings';
