import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ArgumentInputs } from '../../../explorer/contracts/ArgumentInputs.tsx';
import { FileButton } from './FileButton.tsx';
import { readArtifact } from './readArtifact.ts';
import { type FormValues, findConstructor } from './readBody.ts';

/** The contract that is deployed: its bytes, or what a compiler wrote, with the arguments of its constructor. */
export function DeployFields() {
  const { t } = useTranslation('outgoing');
  const form = Form.useFormInstance<FormValues>();
  const bytecode = Form.useWatch<string | undefined>('bytecode', form);
  const maker = findConstructor({ bytecode } as FormValues);
  return (
    <>
      <Form.Item
        name="bytecode"
        label={t('bytecode')}
        extra={t('bytecodeHint')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, typed: string | undefined) => {
              if (!readArtifact(typed ?? '')?.bytecode) throw new Error(t('badBytecode'));
            },
          },
        ]}
      >
        <Input.TextArea rows={5} className="mono" spellCheck={false} placeholder="0x6080…" data-testid="bytecode" />
      </Form.Item>
      <div className="in-card">
        <FileButton label={t('artifactFile')} onText={(text) => form.setFieldsValue({ bytecode: text })} />
      </div>
      {maker && <ArgumentInputs inputs={maker.inputs ?? []} />}
    </>
  );
}
