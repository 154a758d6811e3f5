import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Achievement, achievementKinds, correct, register } from '../api/achievements.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { today } from '../parts/localTime.ts';
import { useChange } from '../parts/useChange.ts';
import { type ClaimValues, toClaim, toValues } from './claimValues.ts';
import { DetailFields } from './DetailFields.tsx';
import { EvidenceFields } from './EvidenceFields.tsx';

interface ClaimFormProps {
  /** The claim that is corrected; a new one when left out. */
  achievement?: Achievement;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

/** Registers an achievement, or corrects one. */
export function ClaimForm({ achievement, onClose, onSaved }: ClaimFormProps) {
  const { t } = useTranslation(['achievements', 'coop']);
  const [form] = Form.useForm<ClaimValues>();
  const initial = toValues(achievement);
  const kind = Form.useWatch('kind', { form, preserve: true }) ?? initial.kind;
  const save = useChange(
    async (values: ClaimValues) => {
      const claim = toClaim({ ...values, kind });
      if (!achievement) return register(claim);
      const { id, version } = achievement;
      await correct(id, { claim, version, correction: values.correction ?? '' });
      return id;
    },
    (id) => {
      onClose();
      onSaved?.(id);
    },
  );
  return (
    <FormModal<ClaimValues>
      form={form}
      title={t(achievement ? 'correct' : 'register')}
      submit={t(achievement ? 'correct' : 'register')}
      initial={initial}
      error={save.error}
      pending={save.isPending}
      onSubmit={() => save.mutate(form.getFieldsValue(true))}
      onClose={onClose}
    >
      {!achievement && (
        <Form.Item name="kind" label={t('kindField')}>
          <Radio.Group
            optionType="button"
            className="kind-choice"
            options={achievementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Form.Item>
      )}
      <LocalTextFields name="title" label={t('titleField')} max={200} required />
      <Form.Item
        name="achievedOn"
        label={t(`day.${kind}`)}
        rules={[{ required: true, message: t('coop:form.needed') }]}
      >
        <Input type="date" max={today()} />
      </Form.Item>
      <DetailFields kind={kind} />
      <LocalTextFields name="body" label={t('text')} max={20000} rows={6} required markdown />
      <EvidenceFields />
      {achievement && (
        <Form.Item
          name="correction"
          label={t('why')}
          extra={t('whyHint')}
          rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      )}
    </FormModal>
  );
}
