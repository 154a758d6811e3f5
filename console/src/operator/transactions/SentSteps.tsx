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
  const ahead = steps.findIndex(({ kind }) => kind === 'ahead');
  return (
    <Steps
      orientation="vertical"
      size="small"
      type="dot"
      className="sent-steps"
      current={(ahead < 0 ? steps.length : ahead) - 1}
      items={steps.map(({ name, at, kind }) => ({
        title: t(`is.${name}`),
        status: status[kind],
        content: at === null ? null : <Time at={at} />,
      }))}
    />
  );
}
