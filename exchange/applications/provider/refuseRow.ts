import type { Tx } from '../../../store/index.ts';
import type { Verdict } from '../../dsp/dsp.ts';
import type { Words } from '../../house.ts';
import { addStep, formDocument } from '../addStep.ts';
import { noClock } from '../clocks/stageClock.ts';
import type { AskingContext } from '../context.ts';
import type { ApprovalMode, RefusalGround } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { changeApplication } from '../takeApplication.ts';
import { signDecision } from './signDecision.ts';

/** `code` of a termination that refuses an application, by its ground. */
const refusalCode = (ground: RefusalGround): string => `xy:refused-${ground}`;

/** The ground in a termination's code; null for one that refuses nothing. */
export function groundOf(code: string): RefusalGround | null {
  const grounds = ['law', 'policyDocument', 'sensitive', 'other'] as const;
  return grounds.find((ground) => refusalCode(ground) === code) ?? null;
}

/** Refuses with a coded ground; gives the termination that says so. */
export async function refuseRow(
  context: AskingContext,
  tx: Tx,
  row: ApplicationRow,
  { ground, words, by, mode }: { ground: RefusalGround; words: Words; by: string | null; mode: ApprovalMode },
): Promise<Extract<Verdict, { do: 'terminate' }>> {
  const decision = await signDecision(context, row, { outcome: 'refused', mode, ground, words, by });
  const changed = await changeApplication(context, tx, row, { state: 'refused', decision, note: words.zh, ...noClock });
  await addStep(context, tx, changed, {
    step: 'refused',
    kind: 'decision',
    outcome: 'refused',
    words,
    actor: by,
    detail: { ground },
    documents: { application: formDocument(row.form), decision: decision.signed ?? '' },
  });
  return { do: 'terminate', code: refusalCode(ground), reason: [words.zh, words.en] };
}
