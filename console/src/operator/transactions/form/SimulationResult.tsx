import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewTransaction, Simulation } from '../../../api/transactions.ts';
import { Coins, Whole } from '../../../explorer/parts/Amount.tsx';
import { readShortage } from '../readShortage.ts';
import { Shortage } from '../Shortage.tsx';

/** What a transaction would do now: the gas it takes, or why it would revert. */
export function SimulationResult({ outcome, transaction }: { outcome: Simulation; transaction: NewTransaction }) {
  const { t } = useTranslation('outgoing');
  const { kind } = transaction;
  const shortage = outcome.ok ? null : readShortage(outcome.reason);
  if (shortage !== null) {
    return (
      <Alert
        type="warning"
        showIcon
        className="in-card"
        data-testid="simulation"
        title={t('wouldWait')}
        description={<Shortage wei={shortage} />}
      />
    );
  }
  return (
    <Alert
      type={outcome.ok ? 'success' : 'error'}
      showIcon
      className="in-card"
      data-testid="simulation"
      title={t(outcome.ok ? 'wouldWork' : 'wouldRevert')}
      description={
        outcome.ok ? (
          <dl className="facts">
            <div>
              <dt>{t('kind')}</dt>
              <dd>{kind === 'call' ? <code>{transaction.function}</code> : t(`kinds.${kind}`)}</dd>
            </div>
            <div>
              <dt>{t('value')}</dt>
              <dd>
                <Coins drip={transaction.value} />
              </dd>
            </div>
            <div>
              <dt>{t('gasNeeded')}</dt>
              <dd>
                <Whole digits={outcome.gas} />
              </dd>
            </div>
            {kind !== 'deploy' && transaction.to && (
              <div className="wide">
                <dt>{t('to')}</dt>
                <dd>
                  <code>{transaction.to}</code>
                </dd>
              </div>
            )}
          </dl>
        ) : (
          <span className="anywhere">{outcome.reason}</span>
        )
      }
    />
  );
}
