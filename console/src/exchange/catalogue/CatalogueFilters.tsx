import { getRouteApi } from '@tanstack/react-router';
import { Checkbox, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { methods, sharings } from '../api/words.ts';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';

const route = getRouteApi('/exchange/catalogue');

/** What is looked for; it stays in the address, so that a search can be sent to somebody. */
export function CatalogueFilters() {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: object) =>
    void navigate({ search: (now) => ({ ...now, ...changes }) as typeof now, replace: true });
  return (
    <div className="x-filters">
      <Input.Search
        key={search.q ?? ''}
        defaultValue={search.q ?? ''}
        allowClear
        enterButton
        maxLength={200}
        placeholder={t('search')}
        aria-label={t('search')}
        data-testid="catalogue-search"
        onSearch={(text) => change({ q: text.trim() || undefined })}
      />
      <DepartmentSelect
        allowClear
        value={search.department ?? null}
        placeholder={t('department')}
        aria-label={t('department')}
        onChange={(department: string | undefined) => change({ department })}
      />
      <Select
        allowClear
        value={search.sharing ?? null}
        placeholder={t('sharing')}
        aria-label={t('sharing')}
        options={sharings.map((value) => ({ value, label: t(`exchange:sharing.${value}`) }))}
        onChange={(sharing) => change({ sharing: sharing ?? undefined })}
      />
      <Select
        allowClear
        value={search.method ?? null}
        placeholder={t('method')}
        aria-label={t('method')}
        options={methods.map((value) => ({ value, label: t(`exchange:method.${value}`) }))}
        onChange={(method) => change({ method: method ?? undefined })}
      />
      <Checkbox
        checked={search.kept === true}
        onChange={({ target }) => change({ kept: target.checked ? true : undefined })}
      >
        {t('kept')}
      </Checkbox>
      <Segmented
        value={search.view ?? 'list'}
        options={[
          { value: 'list', label: t('list') },
          { value: 'tree', label: t('tree') },
        ]}
        onChange={(view) => change({ view: view === 'tree' ? 'tree' : undefined })}
      />
    </div>
  );
}
