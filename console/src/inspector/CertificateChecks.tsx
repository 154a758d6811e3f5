import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { getCertificate } from './api.ts';

const marks = {
  true: <CheckCircleOutlined className="good" />,
  false: <CloseCircleOutlined className="bad" />,
  null: <MinusCircleOutlined className="muted" />,
} as const;

/** The live check of a certificate: signature, status list, and whether its certifier is accredited. */
export function CertificateChecks({ id, opened }: { id: string; opened: boolean }) {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const [open, setOpen] = useState(opened);
  const { data, error, refetch } = useQuery({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => getCertificate(id, signal),
    enabled: open,
  });
  if (!open) {
    return (
      <Button type="link" className="inspector-link" onClick={() => setOpen(true)}>
        {t('certificates.check')}
      </Button>
    );
  }
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (!data) return <Spin size="small" />;
  return (
    <div className="inspector-checks">
      <Alert
        showIcon
        type={data.trusted ? 'success' : 'warning'}
        title={t(data.trusted ? 'certificates.trusted' : 'certificates.notTrusted')}
      />
      <ul>
        {data.checks.map((check) => (
          <li key={check.id}>
            {marks[`${check.ok}`]} {pickText(check, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
