import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page's heading, which is also the title of the browser's tab. */
export function PageHead({ title, lead, actions }: { title: string; lead?: string; actions?: ReactNode }) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="muted">{lead}</p>}
      </div>
      {actions}
    </div>
  );
}
