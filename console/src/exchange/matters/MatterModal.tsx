import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Matter, saveMatter } from '../api/matters.ts';
import { useChange } from '../parts/useChange.ts';
import { WordsField } from '../parts/WordsField.tsx';
import { NeedFields } from './NeedFields.tsx';

type Values = Pick<Matter, 'code' | 'name' | 'legalBasis' | 'needs'>;

/** A name that is written in one language stands for both: providers read it. */
const fill = ({ zh, en }: Matter['name']) => ({ zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() });

/** Enters or changes a matter; its code stays. */
export function MatterModal({ matter, onClose }: { matter: Matter | null; onClose: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const change = useChange(
    ({ code, name, legalBasis, needs = [] }: Values) =>
      saveMatter({ code: matter?.code ?? code.trim(), name: fill(name), legalBasis: legalBasis.trim(), needs }),
    onClose,
  );
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  return (
    <FormModal<Values>
      title={t('matters.add')}
      submit={t('exchange:form.save')}
      initial={matter ?? { name: { zh: '', en: '' }, needs: [] }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('matters.code')}
        extra={t('matters.codeHint')}
        rules={[...needed, { pattern: /^\S+$/, message: t('matters.codeHint') }]}
      >
        <Input maxLength={100} disabled={matter !== null} data-testid="matter-code" />
      </Form.Item>
      <WordsField name={['name']} label={t('matters.name')} max={200} required />
      <Form.Item name="legalBasis" label={t('matters.legalBasis')} rules={needed}>
        <Input.TextArea rows={2} maxLength={2_000} data-testid="matter-basis" />
      </Form.Item>
      <Form.Item label={t('matters.needs')} extra={t('matters.needsHint')}>
        <Form.List name="needs">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <NeedFields key={key} name={name} onRemove={() => remove(name)} />
              ))}
              <Button disabled={fields.length >= 50} onClick={() => add({ items: [] })}>
                {t('matters.addNeed')}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </FormModal>
  );
}
