import { createHash } from 'node:crypto';
import { XiangyuError } from '../../../errors.ts';
import type { AuditEntry } from '../../audit/auditEntry.ts';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import type { Request } from './answer.ts';

/** Who calls when a compatibility kit does: such kits sign no tokens of ours. Only in the test profile. */
const tester = { did: 'did:example:tester', slug: '' };

/** Whether a caller is a compatibility kit. */
export function isTester({ did }: Caller): boolean {
  return did === tester.did;
}

/** Records what was not taken. A failure to record must not change the answer, and is logged. */
export async function recordRefusal(context: DspContext, entry: Omit<AuditEntry, 'kind' | 'outcome'>): Promise<void> {
  try {
    await context.audit.recordAlone({ kind: 'message.received', outcome: 'refused', ...entry });
  } catch (error) {
    context.house.context.logger.error({ err: error }, 'a refused message could not be recorded');
  }
}

/**
 * Who sends a request to a participant. Whatever is wrong with the token looks like an unknown address from outside; the
 * record tells what it was. @throws DSP_NOT_FOUND; CONNECTOR_STANDING_UNKNOWN (503)
 */
export async function authenticate(context: DspContext, participant: string, request: Request): Promise<Caller> {
  const { house, identity } = context;
  const [known] = await house.store.sql`
    SELECT 1 FROM exchange.participants WHERE slug = ${participant.slice(0, 100)} AND enabled`;
  if (!known) throw dspErrors.notFound();
  const { method, path, body, authorization } = request;
  if (house.settings.testProfile && !authorization?.startsWith('Bearer ')) {
    const token = authorization ?? '';
    return { ...tester, token, tokenDigest: createHash('sha256').update(token).digest('hex') };
  }
  try {
    return await identity.checkToken({ slug: participant, authorization, method, path, body });
  } catch (error) {
    if (!(error instanceof XiangyuError)) throw error;
    await recordRefusal(context, { participant, detail: { method, path: path.slice(0, 500), code: error.code } });
    if (error.status >= 500) throw error;
    throw dspErrors.notFound({}, { cause: error });
  }
}
