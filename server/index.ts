import type { serve as serveNow } from './serve.ts';

export { type RunningConnector, type ServeConnectorParameters, serveConnector } from './connector/serveConnector.ts';
export type { ServeOptions } from './serveOptions.ts';

/** See `serve.ts`. Loaded when it is called: a connector on a department's machine has no use for the rest of the platform. */
export const serve: typeof serveNow = async (...parameters) => (await import('./serve.ts')).serve(...parameters);
