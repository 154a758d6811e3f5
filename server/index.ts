export { serverErrors } from './errors.ts';
export { type RunningServer, serve } from './serve.ts';
export type { ServeOptions } from './serveOptions.ts';
