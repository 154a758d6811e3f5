export { type RunningWitness, type StartWitnessParameters, startWitness } from './startWitness.ts';
