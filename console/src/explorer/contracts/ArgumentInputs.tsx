import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AbiParameter } from '../api/contracts.ts';
import { typeOf } from './abiKinds.ts';
import { readArgument } from './readArgument.ts';

/** One field for each parameter, checked against its type before anything is sent. */
export function ArgumentInputs({ inputs }: { inputs: AbiParameter[] }) {
  const { t } = useTranslation('contracts');
  return inputs.map((input, at) => {
    const type = typeOf(input);
    const isList = type.endsWith(']') || type.startsWith('(');
    return (
      <Form.Item
        // biome-ignore lint/suspicious/noArrayIndexKey: parameters may share a name and never change places.
        key={at}
        name={String(at)}
        label={
          <>
            {input.name || t('argument', { number: at + 1 })} <code className="muted">&nbsp;{type}</code>
          </>
        }
        extra={isList ? t('asJson') : undefined}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, value: string | undefined) => {
              if (readArgument(input, value ?? '') === null) throw new Error(t('wrongType', { type }));
            },
          },
        ]}
      >
        <Input spellCheck={false} autoComplete="off" placeholder={type} />
      </Form.Item>
    );
  });
}

/** The arguments of a form that `ArgumentInputs` made, in order. */
export function readArguments(inputs: AbiParameter[], values: Record<string, string | undefined>): unknown[] {
  return inputs.map((input, at) => readArgument(input, values[String(at)] ?? ''));
}
