import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApplicationState } from '../api/applications.ts';
import type { DatasetState, Level, Sharing } from '../api/words.ts';

/** How far data are shared, with its meaning on hover. */
export function SharingTag({ sharing }: { sharing: Sharing }) {
  const { t } = useTranslation('exchange');
  return (
    <Tooltip title={t(`sharingMeaning.${sharing}`)}>
      <span className={`chip chip-sharing-${sharing}`}>{t(`sharing.${sharing}`)}</span>
    </Tooltip>
  );
}

/** The classification of data. */
export function LevelTag({ level }: { level: Level }) {
  const { t } = useTranslation('exchange');
  return <span className={`chip chip-level-${level}`}>{t(`level.${level}`)}</span>;
}

/** Where a dataset stands. */
export function DatasetStateTag({ state }: { state: DatasetState }) {
  const { t } = useTranslation('exchange');
  return <span className={`chip chip-dataset-${state}`}>{t(`datasetState.${state}`)}</span>;
}

/** Where an application stands. */
export function ApplicationStateTag({ state }: { state: ApplicationState }) {
  const { t } = useTranslation('exchange');
  return <span className={`chip chip-application-${state}`}>{t(`applicationState.${state}`)}</span>;
}
