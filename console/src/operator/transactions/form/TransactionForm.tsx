import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { simulateTransaction } from '../../../api/transactions.ts';
import { Problem } from '../../Problem.tsx';
import { readShortage } from '../readShortage.ts';
import { BodyFields } from './BodyFields.tsx';
import { MoreFields } from './MoreFields.tsx';
import { type FormValues, readTransaction } from './readBody.ts';
import { SignerField } from './SignerField.tsx';
import { SimulationResult } from './SimulationResult.tsx';

interface TransactionFormProps {
  initial: FormValues;
  /** The signer stands, as where a transaction is replaced. */
  fixedSigner?: boolean;
  sendLabel: string;
  send: (values: FormValues) => Promise<void>;
}

/** A transaction is first tried on the node's present state; sending it is the second step, for exactly what was tried. */
export function TransactionForm({ initial, fixedSigner = false, sendLabel, send }: TransactionFormProps) {
  const { t } = useTranslation('outgoing');
  const [form] = Form.useForm<FormValues>();
  const sending = useRef(false);
  const simulation = useMutation({
    mutationFn: async (values: FormValues) => ({ values, outcome: await simulateTransaction(readTransaction(values)) }),
  });
  const submission = useMutation({
    mutationFn: async (values: FormValues) => {
      // A second click may come before the button knows that the first one did.
      if (sending.current) return;
      sending.current = true;
      try {
        await send(values);
      } finally {
        sending.current = false;
      }
    },
  });
  const forget = () => {
    simulation.reset();
    submission.reset();
  };
  const tried = simulation.data;
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tried) buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [tried]);
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      preserve={false}
      initialValues={initial}
      scrollToFirstError
      onValuesChange={forget}
      onFinish={(values) => simulation.mutate(fixedSigner ? { ...values, signer: initial.signer ?? '' } : values)}
    >
      {!fixedSigner && <SignerField />}
      <BodyFields />
      <MoreFields withBudget={!fixedSigner} />
      {simulation.error && <Problem error={simulation.error} />}
      {tried && <SimulationResult outcome={tried.outcome} transaction={readTransaction(tried.values)} />}
      {submission.error && <Problem error={submission.error} />}
      <div className="sent-buttons" ref={buttons}>
        <Button
          type={tried ? 'default' : 'primary'}
          size="large"
          htmlType="submit"
          loading={simulation.isPending}
          disabled={submission.isPending}
          data-testid="simulate"
        >
          {t(tried ? 'simulateAgain' : 'simulate')}
        </Button>
        {tried && (
          <Button
            type="primary"
            size="large"
            danger={!tried.outcome.ok && readShortage(tried.outcome.reason) === null}
            loading={submission.isPending}
            onClick={() => submission.mutate(tried.values)}
            data-testid="send"
          >
            {tried.outcome.ok ? sendLabel : t('sendAnyway')}
          </Button>
        )}
      </div>
    </Form>
  );
}
