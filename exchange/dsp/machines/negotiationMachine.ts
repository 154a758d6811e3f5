import type { NegotiationState } from '../dsp.ts';
import type { MessageType } from '../messages/messageSchemas.ts';
import type { Machine } from './machine.ts';

/** What moves a negotiation on. */
export type NegotiationStep = 'request' | 'offer' | 'accept' | 'agree' | 'verify' | 'finalize' | 'terminate';

const consumer = ['consumer'] as const;
const provider = ['provider'] as const;
const both = ['consumer', 'provider'] as const;

/** Contract negotiation (2025-1, §Contract Negotiation Protocol, State Machine). */
export const negotiationMachine: Machine<NegotiationState, NegotiationStep> = {
  arrows: [
    { from: null, step: 'request', by: consumer, to: 'REQUESTED' },
    { from: null, step: 'offer', by: provider, to: 'OFFERED' },
    { from: 'REQUESTED', step: 'offer', by: provider, to: 'OFFERED' },
    { from: 'REQUESTED', step: 'agree', by: provider, to: 'AGREED' },
    { from: 'REQUESTED', step: 'terminate', by: both, to: 'TERMINATED' },
    { from: 'OFFERED', step: 'request', by: consumer, to: 'REQUESTED' },
    { from: 'OFFERED', step: 'accept', by: consumer, to: 'ACCEPTED' },
    { from: 'OFFERED', step: 'terminate', by: both, to: 'TERMINATED' },
    { from: 'ACCEPTED', step: 'agree', by: provider, to: 'AGREED' },
    { from: 'ACCEPTED', step: 'terminate', by: provider, to: 'TERMINATED' },
    { from: 'AGREED', step: 'verify', by: consumer, to: 'VERIFIED' },
    { from: 'AGREED', step: 'terminate', by: consumer, to: 'TERMINATED' },
    { from: 'VERIFIED', step: 'finalize', by: provider, to: 'FINALIZED' },
    { from: 'VERIFIED', step: 'terminate', by: provider, to: 'TERMINATED' },
  ],
  terminal: ['FINALIZED', 'TERMINATED'],
};

/** How a step looks on the wire: its message, and the last part of its path below the process. */
export interface WireStep {
  type: MessageType;
  path: string;
  eventType?: 'ACCEPTED' | 'FINALIZED';
}

/** Messages and paths of the steps (2025-1, §Contract Negotiation HTTPS Binding). */
export const negotiationWire: Record<NegotiationStep, WireStep> = {
  request: { type: 'ContractRequestMessage', path: 'request' },
  offer: { type: 'ContractOfferMessage', path: 'offers' },
  accept: { type: 'ContractNegotiationEventMessage', path: 'events', eventType: 'ACCEPTED' },
  agree: { type: 'ContractAgreementMessage', path: 'agreement' },
  verify: { type: 'ContractAgreementVerificationMessage', path: 'agreement/verification' },
  finalize: { type: 'ContractNegotiationEventMessage', path: 'events', eventType: 'FINALIZED' },
  terminate: { type: 'ContractNegotiationTerminationMessage', path: 'termination' },
};
