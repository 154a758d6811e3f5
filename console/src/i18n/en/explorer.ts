export { accounts } from './accounts.ts';
export { chain } from './chain.ts';
export { checkpoints } from './checkpoints.ts';
export { contracts } from './contracts.ts';
export { statistics } from './statistics.ts';
export { transactions } from './transactions.ts';
export { treeGraph } from './treeGraph.ts';
