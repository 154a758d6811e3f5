import '../alliance/alliance.css';
import './credentials.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { formatDateTime } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Copyable } from '../operator/Copyable.tsx';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { useMemberNames } from '../operator/useMemberNames.ts';
import type { DidHistory } from './api.ts';
import { didQuery, ownDidQuery } from './queries.ts';
import { RotateModal } from './RotateModal.tsx';

/** A DID: its document, its keys, and every version. */
function DidCards({ history }: { history: DidHistory }) {
  const { t } = useTranslation('credentials');
  const language = useLanguage();
  const { did, kind, member, versions } = history;
  const time = (text: string) => formatDateTime(text, language);
  const path = member === null ? '/.well-known/did.json' : `/did/${member}/did.json`;
  const keys = (versions[0]?.document.verificationMethod ?? []).filter(({ type }) => type === 'Multikey');
  return (
    <div className="stack">
      <Card>
        <dl className="rows">
          <dt>{t('did.name')}</dt>
          <dd>
            <Copyable text={did} full />
          </dd>
          <dt>{t('did.kind')}</dt>
          <dd>{t(`did.${kind}`)}</dd>
          {kind === 'hosted' && (
            <>
              <dt>{t('did.document')}</dt>
              <dd>
                <a href={path}>{path}</a>
              </dd>
            </>
          )}
        </dl>
        {kind === 'own' && <Alert type="info" showIcon title={t('did.ownText')} />}
      </Card>
      {keys.length > 0 && (
        <Card title={t('did.keys')}>
          <ul className="timeline" data-testid="did-keys">
            {[...keys].reverse().map(({ id, publicKeyMultibase = '', expires }) => (
              <li key={id} className={expires ? '' : 'reached'}>
                <Copyable text={publicKeyMultibase} full />{' '}
                {expires ? (
                  <span className="muted">{t('did.until', { time: time(expires) })}</span>
                ) : (
                  <span className="chip chip-confirmed">{t('did.present')}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {versions.length > 0 && (
        <Card title={t('did.history')}>
          <ul className="timeline" data-testid="did-history">
            {versions.map(({ version, reason, digest, validFrom, validTo }) => (
              <li key={version} className="reached">
                <b>{t('did.version', { version })}</b>{' '}
                <span className="muted">
                  {validTo
                    ? t('did.span', { from: time(validFrom), to: time(validTo) })
                    : t('did.since', { time: time(validFrom) })}
                </span>
                <br />
                {reason === 'created' ? t('did.created') : reason}
                <br />
                <span className="muted">{t('did.proof')}</span> <Copyable text={digest} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** The DID of the own organisation, whose key can be changed here. */
export function OwnDidPage() {
  const { t } = useTranslation(['credentials', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const readable = may(session, 'credential:read');
  const history = useQuery({ ...ownDidQuery, enabled: readable });
  const [rotating, setRotating] = useState(false);
  const mayRotate = may(session, 'did:rotate') && history.data?.kind === 'hosted';
  const rotate = (
    <Button danger onClick={() => setRotating(true)} data-testid="rotate-did">
      {t('did.rotate')}
    </Button>
  );
  return (
    <>
      <Link to="/credentials" className="back">
        ← {t('title')}
      </Link>
      <PageHead title={t('did.title')} lead={t('did.lead')} actions={mayRotate && rotate} />
      {!isPending && !readable && (
        <Alert
          type="info"
          showIcon
          title={t(session?.principal ? 'mayNot' : 'signInFirst')}
          action={!session?.principal && <Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      )}
      {history.error && <Problem error={history.error} onRetry={history.refetch} />}
      {history.data && <DidCards history={history.data} />}
      <RotateModal open={rotating} onClose={() => setRotating(false)} />
    </>
  );
}

/** The DID of any member, for everybody; `alliance` means the alliance's own. */
export function DidPage() {
  const { t } = useTranslation('credentials');
  const { slug } = useParams({ from: '/credentials/did/$slug' });
  const nameOf = useMemberNames();
  const member = slug === 'alliance' ? null : slug;
  const history = useQuery(didQuery(member));
  return (
    <>
      <PageHead
        title={member === null ? t('did.ofAlliance') : t('did.of', { name: nameOf(member) })}
        lead={t('did.lead')}
      />
      {history.error && <Problem error={history.error} onRetry={history.refetch} />}
      {history.data && <DidCards history={history.data} />}
    </>
  );
}
