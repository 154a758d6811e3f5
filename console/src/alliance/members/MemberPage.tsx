import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import type { ChainMemberDetail } from '../api/members.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { KindTags, MemberStatusTag } from '../parts/tags.tsx';
import { chainMemberQuery } from '../queries.ts';
import { MemberActions } from './MemberActions.tsx';
import { MemberBallots } from './MemberBallots.tsx';
import { MemberProposals } from './MemberProposals.tsx';

/** One member: what it is, its keys, all that happened to it, and what it proposed. */
export function MemberPage() {
  const { t } = useTranslation('governance');
  const { slug } = useParams({ from: '/alliance/members/$slug' });
  const member = useQuery(chainMemberQuery(slug));
  return (
    <>
      <Link to="/alliance/members" className="back">
        ← {t('members.title')}
      </Link>
      <Loaded query={member}>{(found) => <Member member={found} slug={slug} />}</Loaded>
    </>
  );
}

function Member({ member, slug }: { member: ChainMemberDetail; slug: string }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { delegate, history, keys, applications } = member;
  // What a member weighs changes with nearly everything: it is worth a line only where nothing else happened.
  const happened = history
    .filter(
      ({ what, place }) =>
        what !== 'WeightChanged' ||
        !history.some((other) => other.what !== what && other.place.transactionHash === place.transactionHash),
    )
    .reverse();
  // The registry keeps nothing of who only applied: then the application tells.
  const told = member.status === 'applied' ? (applications[0] ?? member) : member;
  const profile = applications.find((one) => one.profileHash === told.profileHash)?.profile ?? member.profile;
  // Of an application, so anybody's text: nothing but a web address becomes a link.
  const website = profile?.website?.startsWith('https://') ? <a href={profile.website}>{profile.website}</a> : null;
  const given = delegate && delegate.id !== member.id;
  return (
    <>
      <PageHead
        title={pickText(member.name, language) ?? slug}
        actions={<MemberActions member={member} slug={slug} />}
      />
      <div className="stack">
        <Card title={t('member.about')} extra={<MemberStatusTag status={member.status} />}>
          {profile?.description && <p>{pickText(profile.description, language)}</p>}
          <Facts
            rows={[
              [t('member.slug'), <code key="slug">{slug}</code>],
              [t('member.kinds'), <KindTags key="kinds" kinds={told.kinds} />],
              [t('member.website'), website],
              [
                'DID',
                <>
                  <Copyable text={told.did} full />{' '}
                  {member.name && (
                    <Link to="/credentials/did/$slug" params={{ slug }} preload={false} data-testid="member-did">
                      {t('member.didLink')}
                    </Link>
                  )}
                </>,
              ],
              [t('member.weight'), formatNumber(Number(member.weight), language)],
              [
                t('member.votes'),
                <>
                  {formatNumber(Number(member.votes), language)}{' '}
                  {given && (
                    <span className="muted">
                      {t('member.givenTo')} <MemberName member={delegate} />
                    </span>
                  )}
                </>,
              ],
              [t('member.witnessKey'), member.witness && <Copyable text={member.witness} full />],
              [t('member.nodeKey'), member.nodeKey && <Copyable text={member.nodeKey} />],
              [t('member.account'), <Copyable key="account" text={member.account} full />],
              [t('member.profileHash'), <Copyable key="hash" text={told.profileHash} />],
            ]}
          />
        </Card>
        <Card title={t('member.history')}>
          <ul className="timeline" data-testid="member-history">
            {happened.map(({ what, status, place }) => (
              <li key={`${what}${place.transactionHash}`} className="reached">
                <b>{eventName(t, what) ?? t(`status.${status}`)}</b>
                <PlaceLine place={place} />
              </li>
            ))}
          </ul>
        </Card>
        {keys.length > 0 && (
          <Card title={t('member.keys')}>
            <p className="muted">{t('member.keysText')}</p>
            <ul className="timeline">
              {[...keys].reverse().map(({ key, from, until }) => (
                <li key={`${key}${from.transactionHash}`} className={until ? '' : 'reached'}>
                  <Copyable text={key} full />{' '}
                  {!until && <span className="chip chip-confirmed">{t('member.inUse')}</span>}
                  <br />
                  <PlaceLine place={from} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <MemberProposals slug={slug} />
        {member.status !== 'applied' && <MemberBallots slug={slug} />}
      </div>
    </>
  );
}

const events = [
  'Enrolled',
  'Applied',
  'Admitted',
  'Suspended',
  'Reinstated',
  'Expelled',
  'MemberLeft',
  'KeyRotated',
  'KeyReplaced',
  'NodeKeysChanged',
  'ProfileChanged',
  'KindsChanged',
  'WeightChanged',
] as const;

function eventName(t: (key: `happened.${(typeof events)[number]}`) => string, what: string): string | null {
  const known = events.find((event) => event === what);
  return known === undefined ? null : t(`happened.${known}`);
}
