import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { removeSource, type Source, testSource } from '../api/sources.ts';

/** A source, which can be tried, changed and removed. */
export function SourceLine({ source, onEdit }: { source: Source; onEdit: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const { id, name, kind, settings, hasSecret, writable } = source;
  const test = useMutation({ mutationFn: () => testSource({ id }) });
  const place =
    kind === 'postgres'
      ? `${settings.host}:${settings.port}/${settings.database}`
      : String(settings.file ?? settings.url ?? '');
  return (
    <article className="x-entry" data-testid="source">
      <h2>{name}</h2>
      <div className="x-meta">
        <span>{t(`sources.kinds.${kind}`)}</span>
        <code>{place}</code>
        {hasSecret && <span className="muted">{t('sources.secret')}</span>}
        {writable && <span className="chip">{t('sources.writable')}</span>}
      </div>
      <div className="x-meta">
        {/* A database is described table by table: only the dataset names one. */}
        {kind !== 'postgres' && (
          <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
            {t('sources.test')}
          </Button>
        )}
        <Button size="small" onClick={onEdit}>
          {t('exchange:form.edit')}
        </Button>
        <ConfirmButton room="exchange" size="small" danger ask={t('sources.removeAsk')} run={() => removeSource(id)}>
          {t('exchange:form.remove')}
        </ConfirmButton>
      </div>
      {test.error && <Problem error={test.error} />}
      {test.data && (
        <Alert
          type="success"
          showIcon
          title={t('sources.columns', { columns: test.data.columns.length, rows: test.data.rows ?? '?' })}
        />
      )}
    </article>
  );
}
