import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type AbiItem, readContract } from '../api/contracts.ts';
import { EpochLink } from '../parts/links.tsx';
import { ValueText } from '../parts/ValueText.tsx';
import { ArgumentInputs, readArguments } from './ArgumentInputs.tsx';
import { signatureOf } from './abiKinds.ts';

interface FunctionFormProps {
  number: number;
  item: AbiItem;
  address: string;
}

/** A reading function of a contract: its arguments, and what it answers. */
export function FunctionForm({ number, item, address }: FunctionFormProps) {
  const { t } = useTranslation('contracts');
  const inputs = item.inputs ?? [];
  const ask = useMutation({
    mutationFn: (values: Record<string, string | undefined>) =>
      readContract(address, { function: signatureOf(item), args: readArguments(inputs, values) }),
  });
  return (
    <details className="function" data-testid={`read-${item.name}`}>
      <summary>
        <span className="muted">{number}.</span> <code>{item.name}</code>
        <small className="muted">{inputs.map(({ name, type }) => name || type).join(', ')}</small>
      </summary>
      <Form layout="vertical" requiredMark={false} onFinish={(values) => ask.mutate(values)}>
        <ArgumentInputs inputs={inputs} />
        <Button htmlType="submit" loading={ask.isPending}>
          {t('ask')}
        </Button>
      </Form>
      {ask.error && <Problem error={ask.error} />}
      {ask.data && (
        <div className="answers" aria-live="polite">
          {ask.data.outputs.map(({ name, type, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: outputs may share a name and never change places.
            <p key={at}>
              <code className="muted">{[name, type].filter(Boolean).join(' ')}</code>{' '}
              <ValueText type={type} value={value} />
            </p>
          ))}
          <small className="muted">
            {t('stateOf')} <EpochLink number={ask.data.epoch} />
          </small>
        </div>
      )}
    </details>
  );
}
