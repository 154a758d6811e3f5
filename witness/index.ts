export { parseListenAddress } from './parseListenAddress.ts';
export { type RunningWitness, type StartWitnessParameters, startWitness } from './startWitness.ts';
