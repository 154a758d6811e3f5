import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { getContract } from '../../../explorer/api/contracts.ts';
import { ArgumentInputs } from '../../../explorer/contracts/ArgumentInputs.tsx';
import { signatureOf } from '../../../explorer/contracts/abiKinds.ts';
import { FileButton } from './FileButton.tsx';
import { type FormValues, findFunction, listFunctions } from './readBody.ts';

/** The function that is called, by its signature or out of an ABI, and a field for each argument. */
export function CallFields() {
  const { t } = useTranslation('outgoing');
  const form = Form.useFormInstance<FormValues>();
  const by = Form.useWatch<FormValues['by']>('by', form) ?? 'signature';
  const signature = Form.useWatch<string | undefined>('signature', form);
  const abi = Form.useWatch<string | undefined>('abi', form);
  const chosen = Form.useWatch<string | undefined>('chosen', form);
  const functions = by === 'abi' ? listFunctions(abi) : [];
  const item = findFunction({ by, signature, abi, chosen } as FormValues);
  const verified = useMutation({
    mutationFn: async () => {
      const contract = await getContract(form.getFieldValue('to')?.trim() ?? '');
      if (!contract.verification) throw new Error(t('notVerified'));
      form.setFieldsValue({ abi: JSON.stringify(contract.verification.abi), chosen: undefined });
    },
  });
  return (
    <>
      <Form.Item name="by" label={t('function')} initialValue="signature">
        <Segmented
          options={[
            { value: 'signature', label: t('bySignature') },
            { value: 'abi', label: t('byAbi') },
          ]}
        />
      </Form.Item>
      {by === 'signature' ? (
        <Form.Item
          name="signature"
          extra={t('signatureHint')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: async (_, typed: string | undefined) => {
                if (!findFunction({ signature: typed } as FormValues)) throw new Error(t('badSignature'));
              },
            },
          ]}
        >
          <Input
            className="mono"
            spellCheck={false}
            autoComplete="off"
            aria-label={t('bySignature')}
            placeholder="transfer(address to, uint256 amount)"
            data-testid="signature"
          />
        </Form.Item>
      ) : (
        <>
          <Form.Item
            name="abi"
            validateTrigger="onBlur"
            rules={[
              {
                validator: async (_, typed: string | undefined) => {
                  if (listFunctions(typed).length === 0) throw new Error(t('badAbi'));
                },
              },
            ]}
          >
            <Input.TextArea
              rows={4}
              className="mono"
              spellCheck={false}
              aria-label="ABI"
              placeholder='[{"type":"function",…}]'
            />
          </Form.Item>
          <Space wrap className="in-card">
            <FileButton label={t('abiFile')} onText={(text) => form.setFieldsValue({ abi: text, chosen: undefined })} />
            <Button onClick={() => verified.mutate()} loading={verified.isPending}>
              {t('useVerified')}
            </Button>
          </Space>
          {verified.error && <Alert type="info" showIcon className="in-card" title={t('notVerified')} />}
          {functions.length > 0 && (
            <Form.Item name="chosen" label={t('function')} rules={[{ required: true, message: t('required') }]}>
              <Select
                showSearch
                placeholder={t('chooseFunction')}
                options={functions.map((one) => ({ value: signatureOf(one), label: signatureOf(one) }))}
              />
            </Form.Item>
          )}
        </>
      )}
      {item && (
        // Another function has other arguments: what was typed for the one before is not theirs.
        <ArgumentInputs key={signatureOf(item)} inputs={item.inputs ?? []} />
      )}
    </>
  );
}
