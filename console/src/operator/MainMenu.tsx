import {
  ApartmentOutlined,
  ApiOutlined,
  BarcodeOutlined,
  BellOutlined,
  BlockOutlined,
  EyeOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  KeyOutlined,
  ProfileOutlined,
  SendOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from './queries.ts';

/** The pages; what writes shows for those who may use it. */
export function MainMenu({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const { data: session } = useQuery(sessionQuery);
  const selected = `/${pathname.split('/')[1] ?? ''}`;
  const items = [
    { key: '/', icon: <ApartmentOutlined />, label: <Link to="/">{t('nav.overview')}</Link> },
    { key: '/explorer', icon: <BlockOutlined />, label: <Link to="/explorer">{t('nav.explorer')}</Link> },
    { key: '/events', icon: <ProfileOutlined />, label: <Link to="/events">{t('nav.events')}</Link> },
    { key: '/products', icon: <BarcodeOutlined />, label: <Link to="/products">{t('nav.products')}</Link> },
    { key: '/members', icon: <TeamOutlined />, label: <Link to="/members">{t('nav.members')}</Link> },
    {
      key: '/verify',
      icon: <FileSearchOutlined />,
      label: <Link to="/verify/evidence">{t('nav.findEvidence')}</Link>,
    },
    ...(session?.principal
      ? [{ key: '/notarize', icon: <FileProtectOutlined />, label: <Link to="/notarize">{t('nav.notarize')}</Link> }]
      : []),
    ...(session?.principal?.scopes.includes('transact')
      ? [
          { key: '/outgoing', icon: <SendOutlined />, label: <Link to="/outgoing">{t('nav.outgoing')}</Link> },
          { key: '/wallets', icon: <WalletOutlined />, label: <Link to="/wallets">{t('nav.wallets')}</Link> },
          { key: '/webhooks', icon: <BellOutlined />, label: <Link to="/webhooks">{t('nav.webhooks')}</Link> },
        ]
      : []),
    ...(session?.principal
      ? [{ key: '/keys', icon: <KeyOutlined />, label: <Link to="/keys">{t('nav.keys')}</Link> }]
      : []),
    ...(session?.principal?.role === 'operator'
      ? [{ key: '/witnesses', icon: <EyeOutlined />, label: <Link to="/witnesses">{t('nav.witnesses')}</Link> }]
      : []),
    { key: '/docs', icon: <ApiOutlined />, label: <a href="/docs">{t('nav.docs')}</a> },
  ];
  return (
    <nav aria-label={t('nav.main')}>
      <Menu theme="dark" mode="inline" selectedKeys={[selected]} items={items} onClick={onChosen} />
    </nav>
  );
}
