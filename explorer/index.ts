export type { Chain } from './chain.ts';
export { gatewayRoutes } from './gateway/gatewayRoutes.ts';
export { explorerRoutes } from './routes/explorerRoutes.ts';
export { networkRoutes } from './routes/networkRoutes.ts';
export type { Summary } from './schemas/overview.ts';
export { type Network, type NetworkWatch, watchNetwork } from './watchNetwork.ts';
