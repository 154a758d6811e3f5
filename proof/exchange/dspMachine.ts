/** Which side of a process sends a message: the consumer (C) or the provider (P). */
export type Side = 'C' | 'P';

/** What a message does: the state that it leads to and who may send it from which states (DSP 2025-1); '' is no state yet. */
interface Step {
  to: string;
  from: Readonly<Record<string, string>>;
}

const negotiationEnds = { REQUESTED: 'CP', OFFERED: 'CP', ACCEPTED: 'P', AGREED: 'C', VERIFIED: 'P' };

/** Contract negotiation, by message type; events are named with their type. */
const negotiation: Readonly<Record<string, Step>> = {
  ContractRequestMessage: { to: 'REQUESTED', from: { '': 'C', OFFERED: 'C' } },
  ContractOfferMessage: { to: 'OFFERED', from: { '': 'P', REQUESTED: 'P' } },
  'ContractNegotiationEventMessage ACCEPTED': { to: 'ACCEPTED', from: { OFFERED: 'C' } },
  ContractAgreementMessage: { to: 'AGREED', from: { REQUESTED: 'P', ACCEPTED: 'P' } },
  ContractAgreementVerificationMessage: { to: 'VERIFIED', from: { AGREED: 'C' } },
  'ContractNegotiationEventMessage FINALIZED': { to: 'FINALIZED', from: { VERIFIED: 'P' } },
  ContractNegotiationTerminationMessage: { to: 'TERMINATED', from: negotiationEnds },
};

const transfer: Readonly<Record<string, Step>> = {
  TransferRequestMessage: { to: 'REQUESTED', from: { '': 'C' } },
  TransferStartMessage: { to: 'STARTED', from: { REQUESTED: 'P', SUSPENDED: 'CP' } },
  TransferSuspensionMessage: { to: 'SUSPENDED', from: { STARTED: 'CP' } },
  TransferCompletionMessage: { to: 'COMPLETED', from: { STARTED: 'CP' } },
  TransferTerminationMessage: { to: 'TERMINATED', from: { REQUESTED: 'CP', STARTED: 'CP', SUSPENDED: 'CP' } },
};

/** The state that a message leads to; null when it is not legal there. */
function stepDsp(state: string, type: string, by: Side): string | null {
  const step = negotiation[type] ?? transfer[type];
  return step?.from[state]?.includes(by) ? step.to : null;
}

/** The state that a message leads to. */
export const stateAfter = (type: string): string => (negotiation[type] ?? transfer[type])?.to ?? '';

/**
 * Whether what each side sent, in its order, can be put together into a legal run. A side records what it received and what it
 * sent apart, so that two messages that crossed may stand either way round in its chain.
 */
export function isLegalRun(consumer: readonly string[], provider: readonly string[]): boolean {
  const seen = new Set<string>();
  const open: [number, number, string][] = [[0, 0, '']];
  for (let at = open.pop(); at; at = open.pop()) {
    const [sent, received, state] = at;
    if (sent === consumer.length && received === provider.length) return true;
    const key = `${sent} ${received} ${state}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const byConsumer = consumer[sent];
    const byProvider = provider[received];
    const afterConsumer = byConsumer === undefined ? null : stepDsp(state, byConsumer, 'C');
    const afterProvider = byProvider === undefined ? null : stepDsp(state, byProvider, 'P');
    if (afterConsumer !== null) open.push([sent + 1, received, afterConsumer]);
    if (afterProvider !== null) open.push([sent, received + 1, afterProvider]);
  }
  return false;
}
