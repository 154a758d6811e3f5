import type { Hex } from 'viem';
import type { Tx } from '../../store/index.ts';
import { actOnGrant, arbitrate } from './actOnGrant.ts';
import { adoptGrant } from './adoptGrant.ts';
import { assertFresh } from './assertFresh.ts';
import { grantErrors } from './errors.ts';
import { type GrantRow, toGrant } from './grantRow.ts';
import type { Grant, GrantListener, Grants } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';
import { issueGrant } from './issueGrant.ts';
import { readEvidence } from './readFacts.ts';
import { releaseKey } from './releaseKey.ts';
import { runGrants } from './runGrants.ts';
import { useGrant } from './useGrant.ts';

/** What grants stand on. */
export type OpenGrantsParameters = Omit<GrantsContext, 'listeners'>;

/** The grants, and what their own routes need of them. */
export interface OpenGrants extends Grants {
  readonly context: GrantsContext;
}

/** Opens the grants of this process's departments. */
export function openGrants(parameters: OpenGrantsParameters): OpenGrants {
  const context: GrantsContext = { ...parameters, listeners: new Set<GrantListener>() };
  const { sql } = context.house.store;
  const one = (rows: readonly GrantRow[]): Grant | null => (rows[0] ? toGrant(rows[0]) : null);
  return {
    context,
    issue: (tx, issuing) => issueGrant(context, tx, issuing),
    async disclose(tx: Tx, { participant, id }) {
      const [row] = await tx<GrantRow[]>`
        SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id} AND role = 'provider'`;
      if (!row) throw grantErrors.unknown({ id });
      const { salt, dataset, version, purpose, items } = row;
      const notBefore = row.not_before.toISOString();
      const notAfter = row.not_after.toISOString();
      const { maxCount } = toGrant(row);
      return { id, salt, dataset, version, purpose, items, notBefore, notAfter, maxCount };
    },
    adopt: (tx, adopting) => adoptGrant(context, tx, adopting),
    suspend: (act, tx) => actOnGrant(context, 'suspend', act, tx),
    resume: (act, tx) => actOnGrant(context, 'resume', act, tx),
    revoke: (act, tx) => actOnGrant(context, 'revoke', act, tx),
    renounce: (act, tx) => actOnGrant(context, 'renounce', act, tx),
    arbitrate: (act) => arbitrate(context, act),
    read: async (participant: string, id: Hex) =>
      one(await sql<GrantRow[]>`SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id}`),
    readByAgreement: async (participant, agreement, tx) =>
      one(
        await (tx ?? sql)<GrantRow[]>`
          SELECT * FROM exchange.grants WHERE participant = ${participant} AND agreement = ${agreement}`,
      ),
    use: useGrant,
    async assertFresh(grant) {
      await assertFresh(context, grant);
    },
    releaseKey: (release) => releaseKey(context, release),
    evidence: (participant, agreement) => readEvidence(context, { participant, agreement }),
    onChange: (listener) => {
      context.listeners.add(listener);
    },
    run: (signal) => runGrants(context, signal),
  };
}
