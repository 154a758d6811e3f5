import { XiangyuError } from '../../errors.ts';
import type { Ledger } from '../../ledger/index.ts';
import { recordStatementKind } from '../../proof/index.ts';
import type { Notary } from './notary.ts';

/** The notary of hosted connectors: statements in the same transaction, in the platform's own log. */
export function ledgerNotary(ledger: Pick<Ledger, 'appendStatements' | 'statements' | 'readBundle'>): Notary {
  return {
    async append(tx, records) {
      await ledger.appendStatements(
        tx,
        records.map(({ id, member, time, digest }) => ({
          kind: recordStatementKind,
          subject: `urn:uuid:${id}`,
          member,
          time,
          digest,
          statementId: id,
        })),
      );
    },
    async findAnchored(ids) {
      const records = await ledger.statements.read(ids);
      return new Set(
        records
          .filter(({ status }) => status === 'anchored' || status === 'confirmed')
          .map((found) => found.statementId),
      );
    },
    async bundleOf(id) {
      try {
        return await ledger.readBundle(id);
      } catch (error) {
        if (error instanceof XiangyuError && error.code === 'LEDGER_NOT_YET_ANCHORED') return null;
        throw error;
      }
    },
    run: async () => undefined,
  };
}
