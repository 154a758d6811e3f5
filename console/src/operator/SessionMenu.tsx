import { LogoutOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { lockAllKeys } from '../alliance/key/unlockedKeys.ts';
import { signOut } from '../api/session.ts';
import { sessionQuery } from './queries.ts';
import { useProblemMessage } from './useProblemMessage.ts';

/** Who is signed in, with the way out; or the way in. */
export function SessionMenu() {
  const { t } = useTranslation(['shell', 'common']);
  const tellProblem = useProblemMessage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return null;
  const principal = session?.principal;
  if (!principal) {
    return (
      <Button type="primary" data-testid="sign-in-link" onClick={() => void navigate({ to: '/signin' })}>
        {t('session.signIn')}
      </Button>
    );
  }
  const leave = async () => {
    try {
      await signOut();
      lockAllKeys();
    } catch (error) {
      return tellProblem(error);
    }
    client.setQueryData(sessionQuery.queryKey, { principal: null, permissions: [], setupNeeded: false });
    await navigate({ to: '/' });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: `${t('session.signedInAs')} ${principal.name} · ${principal.roles.map((role) => t(`session.role.${role}`)).join(t('common:listSeparator'))}`,
          },
          {
            key: 'account',
            icon: <UserOutlined />,
            label: t('nav.account'),
            onClick: () => void navigate({ to: '/account' }),
          },
          {
            key: 'organisation',
            icon: <TeamOutlined />,
            label: t('nav.organisation'),
            onClick: () => void navigate({ to: '/organisation' }),
          },
          { key: 'out', icon: <LogoutOutlined />, label: t('session.signOut'), onClick: () => void leave() },
        ],
      }}
    >
      <Button icon={<UserOutlined />} data-testid="session-menu">
        <span className="session-name">{principal.name}</span>
      </Button>
    </Dropdown>
  );
}
