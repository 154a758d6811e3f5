import { MenuOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Button, Drawer, Layout } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../brand/LanguageSwitch.tsx';
import { Logo } from '../brand/Logo.tsx';
import { LiveIndicator } from './LiveIndicator.tsx';
import { MainMenu } from './MainMenu.tsx';
import { networkQuery } from './queries.ts';
import { SessionMenu } from './SessionMenu.tsx';

/** The frame of every page: menu at the side (in a drawer on a phone), language, live state and session on top. */
export function Shell() {
  const { t } = useTranslation(['shell', 'common']);
  const [drawer, setDrawer] = useState(false);
  const { data: network } = useQuery(networkQuery);
  const brand = (
    <Link to="/" className="shell-brand" onClick={() => setDrawer(false)}>
      <Logo size={34} />
      <span>
        <b>{t('common:brand')}</b>
        <small>{t('common:brandSub')}</small>
      </span>
    </Link>
  );
  return (
    <Layout className="shell">
      <a href="#content" className="skip">
        {t('nav.skip')}
      </a>
      <Layout.Sider width={232} className="shell-sider" theme="dark">
        {brand}
        <MainMenu onChosen={() => setDrawer(false)} />
      </Layout.Sider>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="left"
        size={272}
        rootClassName="shell-drawer"
        title={brand}
        styles={{ body: { padding: 0, background: '#0a3f3b' }, header: { background: '#0a3f3b', border: 0 } }}
      >
        <MainMenu onChosen={() => setDrawer(false)} />
      </Drawer>
      <Layout>
        <Layout.Header className="shell-header">
          <Button
            type="text"
            className="shell-burger"
            icon={<MenuOutlined />}
            aria-label={t('nav.menu')}
            onClick={() => setDrawer(true)}
          />
          <span className="shell-header-brand">
            <Logo size={28} alone />
          </span>
          <LiveIndicator />
          {network?.demo && <span className="chip chip-demo">{t('demo')}</span>}
          <span className="grow" />
          <LanguageSwitch />
          <SessionMenu />
        </Layout.Header>
        <Layout.Content id="content" className="shell-content">
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
