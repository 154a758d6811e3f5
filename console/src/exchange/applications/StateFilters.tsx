import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApplicationState, applicationStates } from '../api/applications.ts';

interface StateFiltersProps {
  state: ApplicationState | undefined;
  overdue: boolean | undefined;
  onChange: (changes: { state?: ApplicationState | undefined; overdue?: true | undefined }) => void;
}

/** Applications of one state, or only those that are late. */
export function StateFilters({ state, overdue, onChange }: StateFiltersProps) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  return (
    <div className="x-filters">
      <Select
        allowClear
        value={state ?? null}
        placeholder={t('allStates')}
        aria-label={t('allStates')}
        options={applicationStates.map((value) => ({ value, label: t(`exchange:applicationState.${value}`) }))}
        onChange={(value) => onChange({ state: value ?? undefined })}
      />
      <Checkbox
        checked={overdue === true}
        onChange={({ target }) => onChange({ overdue: target.checked ? true : undefined })}
      >
        {t('overdueOnly')}
      </Checkbox>
    </div>
  );
}
