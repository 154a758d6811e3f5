export { acts } from './acts.ts';
export { organisation } from './organisation.ts';
export { security } from './security.ts';
