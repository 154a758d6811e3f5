import { Link } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** A path that no page has. */
export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <Result
      status="404"
      title={t('notFound.title')}
      subTitle={t('notFound.text')}
      extra={<Link to="/">{t('notFound.home')}</Link>}
    />
  );
}

/** A page that failed while it was drawn. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  return (
    <Result
      status="error"
      title={t('crashed.title')}
      subTitle={t('crashed.text')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('crashed.reload')}
        </Button>
      }
    >
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </Result>
  );
}
