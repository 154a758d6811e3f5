import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { nameAuthority } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { useChange } from '../parts/useChange.ts';
import { authorityQuery } from '../queries.ts';

/** Who rules on disputes; the platform's administrators name it. */
export function AuthorityCard() {
  const { t } = useTranslation('xConnector');
  const text = useText();
  const { data: session } = useQuery(sessionQuery);
  const { data: authority } = useQuery(authorityQuery);
  const [slug, setSlug] = useState<string | null>(null);
  const change = useChange(nameAuthority, () => setSlug(null));
  return (
    <Card title={t('authority.title')}>
      <p>{authority ? text(authority.name) : t('authority.none')}</p>
      <p className="muted">{t('authority.explain')}</p>
      {may(session, 'platform:administer') && (
        <div className="x-filters">
          <DepartmentSelect
            value={slug}
            placeholder={t('authority.choose')}
            aria-label={t('authority.choose')}
            onChange={(value: string) => setSlug(value)}
          />
          <Button
            disabled={slug === null}
            loading={change.isPending}
            onClick={() => slug !== null && change.mutate(slug)}
          >
            {t('authority.name')}
          </Button>
        </div>
      )}
      {change.error && <Problem error={change.error} />}
    </Card>
  );
}
