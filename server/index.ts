export { type RunningConnector, type ServeConnectorParameters, serveConnector } from './connector/serveConnector.ts';
export { serve } from './serve.ts';
export type { ServeOptions } from './serveOptions.ts';
