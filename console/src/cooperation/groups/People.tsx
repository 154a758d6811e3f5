import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type GroupPerson, removePerson, setPerson } from '../api/groups.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useChange } from '../parts/useChange.ts';

/** The people of a group; requests to join come first. */
export function People({ id, chairs }: { id: string; chairs: boolean }) {
  const { t } = useTranslation('groups');
  return (
    <EntryList<GroupPerson>
      path={`/groups/${id}/people`}
      keyOf={({ person }) => person}
      empty={t('nobody')}
      className="lines"
    >
      {(person) => <PersonLine id={id} person={person} chairs={chairs} />}
    </EntryList>
  );
}

function PersonLine({ id, person: one, chairs }: { id: string; person: GroupPerson; chairs: boolean }) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const set = useChange((role: GroupPerson['role']) => setPerson(id, one.person, role));
  const { person, name, member, role, state, message, since } = one;
  const requested = state === 'requested';
  return (
    <div className="line">
      <div className="line-main">
        <b>{name}</b> <MemberLink slug={member} />
        <p className="entry-meta">
          <span className={`chip ${requested ? 'chip-pending' : role === 'chair' ? 'chip-confirmed' : ''}`}>
            {t(requested ? 'asks' : `role.${role}`)}
          </span>
          <time dateTime={since}>{formatDate(since, language)}</time>
        </p>
        {requested && message && <p>{message}</p>}
        {set.error && <Problem error={set.error} />}
      </div>
      {chairs && (
        <Space wrap>
          {requested && (
            <Button type="primary" loading={set.isPending} onClick={() => set.mutate('member')} data-testid="admit">
              {t('admit')}
            </Button>
          )}
          {!requested && (
            <Button loading={set.isPending} onClick={() => set.mutate(role === 'chair' ? 'member' : 'chair')}>
              {t(role === 'chair' ? 'makeMember' : 'makeChair')}
            </Button>
          )}
          <ConfirmButton
            room="cooperation"
            danger
            ask={t(requested ? 'confirmRefuse' : 'confirmRemove', { name })}
            run={() => removePerson(id, person)}
          >
            {t(requested ? 'refuse' : 'remove')}
          </ConfirmButton>
        </Space>
      )}
    </div>
  );
}
