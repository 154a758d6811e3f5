import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** What to look for; empty for everything. */
export function SearchField({
  value,
  placeholder,
  onSearch,
}: {
  value: string | undefined;
  placeholder: string;
  onSearch: (q: string | undefined) => void;
}) {
  const { t } = useTranslation('coop');
  return (
    <Input.Search
      key={value ?? ''}
      className="search-field"
      defaultValue={value ?? ''}
      allowClear
      maxLength={200}
      placeholder={placeholder}
      aria-label={t('search')}
      enterButton={t('search')}
      data-testid="search"
      onSearch={(q) => onSearch(q.trim() === '' ? undefined : q.trim())}
    />
  );
}
