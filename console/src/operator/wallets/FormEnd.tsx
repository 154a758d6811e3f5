import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface FormEndProps {
  label: string;
  loading: boolean;
  disabled?: boolean;
  onCancel: () => void;
}

/** The buttons that end a form. */
export function FormEnd({ label, loading, disabled = false, onCancel }: FormEndProps) {
  const { t } = useTranslation('wallets');
  return (
    <div className="form-end">
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button type="primary" htmlType="submit" loading={loading} disabled={disabled} data-testid="wallet-submit">
        {label}
      </Button>
    </div>
  );
}
