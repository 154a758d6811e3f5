import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyKind, keyKinds, rotateKeys } from '../api/using.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';

/** Gives the connector other keys. */
export function RotateModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('xConnector');
  const [kinds, setKinds] = useState<KeyKind[]>(['signing', 'encryption']);
  return (
    <ReasonModal
      title={t('own.rotate')}
      text={t('rotate.text')}
      submit={t('own.rotate')}
      run={(reason) => rotateKeys(kinds, reason)}
      onClose={onClose}
    >
      <Form.Item label={t('rotate.which')}>
        <Checkbox.Group<KeyKind>
          value={kinds}
          options={keyKinds.map((value) => ({ value, label: t(`rotate.${value}`) }))}
          onChange={setKinds}
        />
      </Form.Item>
    </ReasonModal>
  );
}
