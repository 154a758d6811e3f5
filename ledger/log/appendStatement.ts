import type { Tx } from '../../store/index.ts';
import { ledgerErrors } from '../errors.ts';
import { type AppendStatementReturnType, appendStatements } from './appendStatements.ts';
import type { AppendStatementParameters } from './prepareStatement.ts';

/** `appendStatements` for a single one. @throws LEDGER_STATEMENT_INVALID, PROOF_NOT_CANONICAL */
export async function appendStatement(
  tx: Tx,
  parameters: AppendStatementParameters,
): Promise<AppendStatementReturnType> {
  const [appended] = await appendStatements(tx, [parameters]);
  if (!appended)
    throw ledgerErrors.statementInvalid({ problem: 'it was not stored' }, { zh: { problem: '没有保存成功' } });
  return appended;
}
