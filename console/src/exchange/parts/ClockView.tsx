import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Clock } from '../api/applications.ts';

/** How much time is left, as a traffic light with words. */
export function ClockView({ clock }: { clock: Clock }) {
  const { t } = useTranslation('exchange');
  const language = useLanguage();
  const { workingDaysLeft: left, light, paused, escalated, dueAt, calendarKnown } = clock;
  const stage = t(`stage.${clock.stage}`);
  const words = paused
    ? t('clock.paused', { stage })
    : left < 0
      ? t('clock.over', { stage, days: -left })
      : left === 0
        ? t('clock.today', { stage })
        : t('clock.left', { stage, days: left });
  return (
    <span className="x-clock" data-testid="clock" data-light={paused ? 'paused' : light}>
      <i className={`x-light x-light-${paused ? 'paused' : light}`} aria-hidden="true" />
      <span>{words}</span>
      {dueAt && !paused && (
        <span className="muted">{t('clock.due', { time: formatDateTime(dueAt, language, '+08:00') })}</span>
      )}
      {escalated > 0 && <span className="chip chip-escalated">{t(`clock.escalated${escalated === 2 ? 2 : 1}`)}</span>}
      {!calendarKnown && <span className="muted">{t('clock.unknownYear')}</span>}
    </span>
  );
}
