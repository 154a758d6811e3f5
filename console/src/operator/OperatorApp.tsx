import '../theme/tokens.css';
import '../theme/chips.css';
import './shell.css';
import './page.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { useLanguage } from '../i18n/useLanguage.ts';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { createQueryClient } from './queries.ts';
import { createConsoleRouter } from './router.tsx';
import { theme } from './theme.ts';

/** The console: everything but the page of a scanned product. */
export function OperatorApp() {
  const language = useLanguage();
  const [client] = useState(createQueryClient);
  const [router] = useState(createConsoleRouter);
  return (
    <ConfigProvider locale={language === 'zh-CN' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={client}>
          <LiveProvider>
            <RouterProvider router={router} />
          </LiveProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
