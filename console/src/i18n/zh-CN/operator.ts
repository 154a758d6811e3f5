export { account } from './account.ts';
export { events } from './events.ts';
export { evidence } from './evidence.ts';
export { keys } from './keys.ts';
export { members } from './members.ts';
export { network } from './network.ts';
export { products } from './products.ts';
export { shell } from './shell.ts';
