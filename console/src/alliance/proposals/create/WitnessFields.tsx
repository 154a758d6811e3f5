import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { pickText } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { listChainMembers } from '../../api/members.ts';
import { splitAddresses } from './readParameters.ts';

/** The witnesses of the evidence log, and how many of them have to sign. */
export function WitnessFields() {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const form = Form.useFormInstance();
  const text = Form.useWatch<string | undefined>('witnesses') ?? '';
  const chosen = splitAddresses(text).map((address) => address.toLowerCase());
  const { data } = useQuery({
    queryKey: ['alliance', 'witnessMembers'],
    queryFn: ({ signal }) => listChainMembers({ status: 'admitted', perPage: 200 }, signal),
  });
  const offered = data?.items.filter(({ witness }) => witness && !chosen.includes(witness.toLowerCase())) ?? [];
  const required = { required: true, message: t('required') };
  return (
    <>
      <Form.Item
        name="witnesses"
        label={t('create.witnesses')}
        extra={t('create.witnessesHint')}
        rules={[
          required,
          {
            validator: async (_, value: string | undefined) => {
              const wrong = splitAddresses(value ?? '').find((address) => !/^0x[0-9a-fA-F]{40}$/.test(address));
              if (wrong !== undefined) throw new Error(t('create.noAddress'));
            },
          },
        ]}
      >
        <Input.TextArea className="mono" rows={4} spellCheck={false} data-testid="witnesses" />
      </Form.Item>
      {offered.length > 0 && (
        <Form.Item label={t('create.memberWitnesses')}>
          <div className="actions">
            {offered.map((member) => (
              <Button
                key={member.id}
                size="small"
                onClick={() => form.setFieldValue('witnesses', `${text.trim()}\n${member.witness}`.trim())}
              >
                + {pickText(member.name, language) ?? member.slug}
              </Button>
            ))}
          </div>
        </Form.Item>
      )}
      <Form.Item
        name="threshold"
        label={t('create.threshold', { n: chosen.length })}
        rules={[
          required,
          {
            validator: async (_, value: number | undefined) => {
              if (value !== undefined && (value > chosen.length || value < 1)) throw new Error(t('create.noThreshold'));
            },
          },
        ]}
      >
        <InputNumber min={1} max={64} precision={0} data-testid="witness-threshold" />
      </Form.Item>
    </>
  );
}
