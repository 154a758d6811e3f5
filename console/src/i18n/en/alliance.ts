export { governance } from './governance.ts';
export { votingKey } from './votingKey.ts';
