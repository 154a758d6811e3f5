export { createSource } from './delivery/sources/manageSources.ts';
export { exchangeMigrations } from './migrations.ts';
export type { Exchange } from './openExchange.ts';
export { type HostedExchange, type OpenHostedParameters, openHosted } from './openHosted.ts';
export { type OpenStandaloneParameters, openStandalone, type StandaloneExchange } from './openStandalone.ts';
