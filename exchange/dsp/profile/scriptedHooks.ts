import type { Tx } from '../../../store/index.ts';
import type { DspHooks, Negotiation, Transfer, TransferVerdict, Verdict } from '../dsp.ts';
import { findScript, negotiationScripts, type Occasion, type ScriptedStep, transferScripts } from './scripts.ts';

const code = 'scripted';
const reason = ['The script says so.'];

/** How often a process came to this state, this time included; the messages that were accepted tell. */
async function countTimes(tx: Tx, process: string, states: readonly string[]): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int FROM exchange.dsp_messages
    WHERE process = ${process} AND state = 'done' AND step = ANY(${states}::text[])`;
  return row?.count ?? 0;
}

/** Steps that lead into a state. */
const stepsInto: Record<string, readonly string[]> = {
  requested: ['request'],
  offered: ['offer'],
  accepted: ['accept'],
  agreed: ['agree'],
  verified: ['verify'],
  started: ['start'],
  suspended: ['suspend'],
};

async function findStep(
  tx: Tx,
  p: { scripts: typeof negotiationScripts; name: string; process: Negotiation | Transfer; what: string },
): Promise<ScriptedStep | null | undefined> {
  const script = findScript(p.scripts, p.name);
  if (!script) return undefined;
  const steps = script[`${p.process.role} ${p.what}` as Occasion];
  if (!steps) return undefined;
  const times = await countTimes(tx, p.process.id, stepsInto[p.what] ?? []);
  return steps[Math.min(Math.max(times, 1), steps.length) - 1];
}

/** Plays the scripts of the test profile; datasets and agreements without a script are left to the other hooks. */
export const scriptedHooks: DspHooks = {
  async onNegotiation(tx, negotiation, { what }): Promise<Verdict | null> {
    const scripts = negotiationScripts;
    const step = await findStep(tx, { scripts, name: negotiation.dataset, process: negotiation, what });
    if (step === undefined) return null;
    const policy = { permission: [{ action: 'use' }] };
    switch (step) {
      case 'offer':
        return { do: 'offer', policy };
      case 'request':
        return { do: 'request', policy };
      case 'agree':
      case 'accept':
      case 'verify':
      case 'finalize':
        return { do: step };
      case 'terminate':
        return { do: 'terminate', code, reason };
      default:
        return { do: 'wait', for: 'person' };
    }
  },
  async onTransfer(tx, transfer, { what }): Promise<TransferVerdict | null> {
    const scripts = transferScripts;
    const step = await findStep(tx, { scripts, name: transfer.agreementId, process: transfer, what });
    switch (step) {
      case 'begin':
        return {
          do: 'begin',
          dataAddress: { '@type': 'DataAddress', endpointType: 'https://w3id.org/idsa/v4.1/HTTP' },
        };
      case 'resume':
        return { do: 'begin' };
      case 'complete':
        return { do: 'complete' };
      case 'suspend':
      case 'terminate':
        return { do: step, code, reason };
      default:
        return step === undefined ? null : { do: 'wait', for: 'person' };
    }
  },
};
