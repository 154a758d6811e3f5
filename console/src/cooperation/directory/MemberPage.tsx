import '../cooperation.css';
import { EnvironmentOutlined, GlobalOutlined, MailOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { AchievementEntry } from '../achievements/AchievementEntry.tsx';
import { AnnouncementEntry } from '../announcements/AnnouncementEntry.tsx';
import { getMember, type MemberPage as MemberView } from '../api/directory.ts';
import { CallEntry } from '../calls/CallEntry.tsx';
import { GroupEntry } from '../groups/GroupEntry.tsx';
import { Back } from '../parts/Back.tsx';
import { Markdown } from '../parts/Markdown.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import { EditProfile } from './EditProfile.tsx';
import { Kinds, StandingChip } from './MemberChips.tsx';

/** One organisation: what it says of itself, and what it does on the platform. */
export function MemberPage() {
  const { slug } = useParams({ from: '/cooperation/members/$slug' });
  const query = useQuery({
    queryKey: ['cooperation', 'member', slug],
    queryFn: ({ signal }) => getMember(slug, signal),
  });
  return <Loaded query={query}>{(member) => <Member member={member} />}</Loaded>;
}

function Member({ member }: { member: MemberView }) {
  const { t } = useTranslation('directory');
  const text = useText();
  const { member: own, may } = useSession();
  const [editing, setEditing] = useState(false);
  const { slug, name, profile, kinds, standing, demo } = member;
  const sections = (['about', 'offers', 'seeks'] as const).filter((part) => text(profile[part]) !== '');
  return (
    <>
      <Back to="/cooperation/members" text={t('title')} />
      <PageHead
        title={text(name) || slug}
        lead={text(profile.summary)}
        actions={
          own === slug &&
          may('cooperation:change-profile') && (
            <Button type="primary" onClick={() => setEditing(true)} data-testid="edit-profile">
              {t('edit')}
            </Button>
          )
        }
      />
      <div className="stack">
        <Card>
          <p className="entry-meta">
            <StandingChip standing={standing} demo={demo} />
            <Kinds kinds={kinds} />
            {text(profile.place) && (
              <span>
                <EnvironmentOutlined /> {text(profile.place)}
              </span>
            )}
            {profile.website && (
              <a href={profile.website} target="_blank" rel="noopener noreferrer nofollow">
                <GlobalOutlined /> {new URL(profile.website).host}
              </a>
            )}
            {profile.contact === null ? (
              <span className="muted">
                <MailOutlined /> <Link to="/signin">{t('contactHidden')}</Link>
              </span>
            ) : (
              profile.contact && (
                <span>
                  <MailOutlined /> {profile.contact}
                </span>
              )
            )}
          </p>
          {profile.tags.length > 0 && (
            <p className="tags">
              {profile.tags.map((tag) => (
                <Link key={tag} to="/cooperation/members" search={{ tag }} className="chip">
                  {tag}
                </Link>
              ))}
            </p>
          )}
          {sections.length === 0 && <p className="muted">{t('noProfile')}</p>}
          {sections.map((part) => (
            <section key={part}>
              <h2 className="section-title">{t(part)}</h2>
              <Markdown text={text(profile[part])} />
            </section>
          ))}
        </Card>
        <Doings member={member} />
      </div>
      {editing && <EditProfile slug={slug} profile={profile} onClose={() => setEditing(false)} />}
    </>
  );
}

function Doings({ member }: { member: MemberView }) {
  const { t } = useTranslation('directory');
  const search = { member: member.slug };
  return (
    <div className="cards">
      <Part
        title={t('its.achievements')}
        all={
          <Link to="/cooperation/achievements" search={search}>
            {t('all')}
          </Link>
        }
        entries={member.achievements.map((one) => <AchievementEntry key={one.id} achievement={one} brief />)}
      />
      <Part
        title={t('its.announcements')}
        all={
          <Link to="/cooperation/announcements" search={search}>
            {t('all')}
          </Link>
        }
        entries={member.announcements.map((one) => <AnnouncementEntry key={one.id} announcement={one} brief />)}
      />
      <Part
        title={t('its.groups')}
        all={
          <Link to="/cooperation/groups" search={search}>
            {t('all')}
          </Link>
        }
        entries={member.groups.map((one) => <GroupEntry key={one.id} group={one} brief />)}
      />
      <Part
        title={t('its.calls')}
        all={
          <Link to="/cooperation/calls" search={search}>
            {t('all')}
          </Link>
        }
        entries={member.calls.map((one) => <CallEntry key={one.id} call={one} brief />)}
      />
    </div>
  );
}

function Part({ title, all, entries }: { title: string; all: ReactNode; entries: ReactNode[] }) {
  const { t } = useTranslation('directory');
  return (
    <Card title={title} extra={entries.length > 0 && all}>
      {entries.length === 0 ? <p className="muted">{t('none')}</p> : <div className="briefs">{entries}</div>}
    </Card>
  );
}
