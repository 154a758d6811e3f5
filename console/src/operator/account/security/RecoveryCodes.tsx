import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The recovery codes, the one time that they can be seen. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => unknown }) {
  const { t } = useTranslation('security');
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        title={t('secondFactor.saveCodes')}
        description={t('secondFactor.saveCodesText')}
      />
      <ul className="recovery-codes" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="form-end">
        <Button icon={<CopyOutlined />} onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          {t('secondFactor.copyCodes')}
        </Button>
        <Button type="primary" onClick={() => void onSaved()} data-testid="codes-saved">
          {t('secondFactor.savedCodes')}
        </Button>
      </div>
    </div>
  );
}
