import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the checks came to; what is true of one side only is not said of both. */
export function EvidenceBanner({ valid, whole }: { valid: boolean; whole: boolean }) {
  const { t } = useTranslation('xAudit');
  const name = valid ? (whole ? 'valid' : 'validOneSide') : 'invalid';
  return (
    <Alert
      type={valid ? (whole ? 'success' : 'warning') : 'error'}
      showIcon
      data-testid="bundle-result"
      data-valid={valid}
      title={t(`evidence.${name}`)}
      description={t(valid ? 'evidence.validMeans' : 'evidence.invalidMeans')}
    />
  );
}
