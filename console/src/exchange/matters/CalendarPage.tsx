import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { listDays } from '../api/limits.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { useMay } from '../parts/useMay.ts';
import { DayModal } from './DayModal.tsx';
import { MatterTabs } from './MatterTabs.tsx';

/** Days on which the own department works otherwise than the official calendar says. */
export function CalendarPage() {
  const { t } = useTranslation('xMatters');
  const text = useText();
  const language = useLanguage();
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const query = useQuery({ queryKey: ['exchange', 'calendar'], queryFn: ({ signal }) => listDays(signal) });
  return (
    <>
      <PageHead
        title={t('tabs.calendar')}
        lead={t('calendar.lead')}
        actions={
          may('exchange:decide') && (
            <Button type="primary" onClick={() => setSetting(true)}>
              {t('calendar.add')}
            </Button>
          )
        }
      />
      <Gate right="exchange:read">
        <MatterTabs />
        <Loaded query={query}>
          {(days) => (
            <Card>
              {days.length === 0 && <p className="muted">{t('calendar.none')}</p>}
              <ul className="x-problems">
                {days.map(({ day, working, name }) => (
                  <li key={day}>
                    <b>{formatDate(`${day}T00:00:00+08:00`, language, '+08:00')}</b> ·{' '}
                    {t(working ? 'calendar.working' : 'calendar.off')} <span className="muted">{text(name)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </Loaded>
        {setting && <DayModal onClose={() => setSetting(false)} />}
      </Gate>
    </>
  );
}
