import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { shortId } from '../api/common.ts';
import { type Matter, removeMatter } from '../api/matters.ts';
import { useMay } from '../parts/useMay.ts';
import { NeedLine } from './NeedLine.tsx';

/** A matter, with the data that it needs and the way to apply for them. */
export function MatterEntry({ matter, onEdit }: { matter: Matter; onEdit: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const text = useText();
  const may = useMay();
  const { code, name, legalBasis, needs } = matter;
  return (
    <article className="x-entry" data-testid="matter">
      <h2>
        {text(name)} <code className="muted">{code}</code>
      </h2>
      <p>{legalBasis}</p>
      {needs.length > 0 && (
        <>
          <p className="muted">{t('matters.needs')}</p>
          <ul className="x-problems">
            {needs.map(({ provider, dataset, items }) => (
              <li key={`${provider} ${dataset}`}>
                <NeedLine provider={provider} dataset={dataset} items={items} />{' '}
                {may('exchange:apply') && (
                  <Link
                    to="/exchange/applications/new"
                    search={{ department: provider, dataset: shortId(dataset) }}
                    className="x-link"
                  >
                    {t('matters.apply')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {may('exchange:apply') && (
        <div className="x-meta">
          <Button size="small" onClick={onEdit}>
            {t('exchange:form.edit')}
          </Button>
          <ConfirmButton
            room="exchange"
            size="small"
            danger
            ask={t('matters.removeAsk')}
            run={() => removeMatter(code)}
          >
            {t('exchange:form.remove')}
          </ConfirmButton>
        </div>
      )}
    </article>
  );
}
