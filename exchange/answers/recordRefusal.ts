import { XiangyuError } from '../../errors.ts';
import type { Admitted } from './admit.ts';
import { answerErrors } from './errors.ts';
import type { AnswersParts } from './parts.ts';

/**
 * Records in a transaction of its own that a message of the data plane was refused or failed, and gives the error to be told:
 * what is none of the catalogue is logged and told without its cause.
 */
export async function recordRefusal(
  { house, audit }: Pick<AnswersParts, 'house' | 'audit'>,
  p: { kind: 'answer' | 'match'; participant: string; admitted: Admitted | null; error: unknown },
): Promise<XiangyuError> {
  const { kind, participant, admitted, error } = p;
  const told = error instanceof XiangyuError ? error : answerErrors.sourceFailed({}, { cause: error });
  if (told.status >= 500)
    house.context.logger.warn({ err: error, participant, kind }, 'a question of another department was not answered');
  await audit.recordAlone({
    participant,
    kind,
    outcome: told.status >= 500 ? 'failed' : 'refused',
    ...(admitted
      ? {
          counterparty: admitted.caller.did,
          transfer: admitted.transfer.id,
          agreement: admitted.grant.agreement,
          grant: admitted.grant.id,
          dataset: admitted.grant.dataset,
        }
      : {}),
    detail: { code: told.code },
  });
  return told;
}
