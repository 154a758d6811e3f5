import { Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Copies, confirmCopies, copiesWords } from '../api/using.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';

/** Says what became of copies that left the connector; it is signed into the receipt. */
export function CopiesModal({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['xCitizens', 'exchange']);
  const [copies, setCopies] = useState<Copies | null>(null);
  return (
    <ReasonModal
      title={t('duties.tell')}
      text={t('duties.tellText')}
      submit={t('duties.sign')}
      label={t('duties.words')}
      run={(words) => (copies === null ? Promise.resolve() : confirmCopies(id, copies, words))}
      onClose={onClose}
    >
      <Form.Item
        name="copies"
        label={t('duties.copies')}
        rules={[{ required: true, message: t('exchange:form.needed') }]}
      >
        <Radio.Group
          className="x-choice"
          options={copiesWords.map((value) => ({ value, label: t(`copies.${value}`) }))}
          onChange={({ target }) => setCopies(target.value)}
        />
      </Form.Item>
    </ReasonModal>
  );
}
