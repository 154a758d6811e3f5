import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { MemberStatusTag } from '../parts/tags.tsx';
import { useAlliancePlace, useOwnMembership } from '../queries.ts';
import { forgetAlliance, isRememberedAlliance } from '../sign/rememberedAlliance.ts';
import { hasWallet } from '../sign/wallet.ts';
import { useStoredKeys } from './useStoredKeys.ts';

/** Which key the chain knows for the reader's organisation, and whether this browser can sign with it. */
export function MemberKeyCard() {
  const { t } = useTranslation(['votingKey', 'shell']);
  const language = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { member, isPending } = useOwnMembership();
  const stored = useStoredKeys();
  const place = useAlliancePlace();
  const here = stored?.some(({ address }) => address === member?.key?.toLowerCase()) ?? false;
  return (
    <Card title={t('own.title')} loading={isPending}>
      {place && !isRememberedAlliance(place) && (
        <Alert
          type="error"
          showIcon
          className="in-card"
          title={t('trouble.changed')}
          description={t('trouble.changedNext')}
          action={
            <Button
              danger
              onClick={() => {
                forgetAlliance();
                window.location.reload();
              }}
            >
              {t('own.forgetAlliance')}
            </Button>
          }
        />
      )}
      {!session?.principal && (
        <Alert
          type="info"
          showIcon
          title={t('own.signIn')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      )}
      {session?.principal && !member && (
        <Alert
          type="info"
          showIcon
          title={t('own.none')}
          description={t('own.noneText')}
          action={<Link to="/alliance/apply">{t('own.apply')}</Link>}
        />
      )}
      {member && (
        <Facts
          rows={[
            [t('own.member'), pickText(member.name, language) ?? member.slug],
            [t('own.status'), <MemberStatusTag key="status" status={member.status} />],
            [t('own.key'), member.key ? <Copyable key="key" text={member.key} full /> : t('own.noKey')],
            [
              t('own.here'),
              here ? (
                <span key="here" className="good" data-testid="key-here">
                  <CheckCircleFilled /> {t('own.isHere')}
                </span>
              ) : (
                <span key="elsewhere" className="muted">
                  <ExclamationCircleFilled /> {hasWallet() ? t('own.maybeWallet') : t('own.notHere')}
                </span>
              ),
            ],
          ]}
        />
      )}
    </Card>
  );
}
