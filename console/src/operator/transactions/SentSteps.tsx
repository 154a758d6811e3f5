import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentTransaction } from '../../api/transactions.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { stepsOf } from './stepsOf.ts';

const status = { done: 'finish', ahead: 'wait', bad: 'error' } as const;

/** The way of a transaction with its times. */
export function SentSteps({ transaction }: { transaction: SentTransaction }) {
  const { t } = useTranslation('outgoing');
  const steps = stepsOf(transaction);
  const next = steps.findIndex(({ kind }) => kind === 'ahead');
  return (
    <Steps
      orientation="vertical"
      size="small"
      type="dot"
      className="sent-steps"
      current={next < 0 ? steps.length : next}
      items={steps.map(({ name, at, kind }, place) => ({
        title: t(`is.${name}`),
        status: place === next ? 'process' : status[kind],
        content: at === null ? null : <Time at={at} />,
      }))}
    />
  );
}
