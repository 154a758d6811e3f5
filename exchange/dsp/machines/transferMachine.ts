import type { TransferState } from '../dsp.ts';
import type { Machine } from './machine.ts';
import type { WireStep } from './negotiationMachine.ts';

/** What moves a transfer on; a suspended one is started again. */
export type TransferStep = 'request' | 'start' | 'suspend' | 'complete' | 'terminate';

const both = ['consumer', 'provider'] as const;

/** Transfer process (2025-1, §Transfer Process Protocol, State Machine). */
export const transferMachine: Machine<TransferState, TransferStep> = {
  arrows: [
    { from: null, step: 'request', by: ['consumer'], to: 'REQUESTED' },
    { from: 'REQUESTED', step: 'start', by: ['provider'], to: 'STARTED' },
    { from: 'REQUESTED', step: 'terminate', by: both, to: 'TERMINATED' },
    { from: 'STARTED', step: 'complete', by: both, to: 'COMPLETED' },
    { from: 'STARTED', step: 'suspend', by: both, to: 'SUSPENDED' },
    { from: 'STARTED', step: 'terminate', by: both, to: 'TERMINATED' },
    { from: 'SUSPENDED', step: 'start', by: both, to: 'STARTED' },
    { from: 'SUSPENDED', step: 'terminate', by: both, to: 'TERMINATED' },
  ],
  terminal: ['COMPLETED', 'TERMINATED'],
};

/** Messages and paths of the steps (2025-1, §Transfer Process HTTPS Binding). */
export const transferWire: Record<TransferStep, WireStep> = {
  request: { type: 'TransferRequestMessage', path: 'request' },
  start: { type: 'TransferStartMessage', path: 'start' },
  suspend: { type: 'TransferSuspensionMessage', path: 'suspension' },
  complete: { type: 'TransferCompletionMessage', path: 'completion' },
  terminate: { type: 'TransferTerminationMessage', path: 'termination' },
};
