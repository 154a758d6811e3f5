import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { connectorsQuery } from '../queries.ts';

interface DepartmentSelectProps extends Omit<SelectProps, 'options'> {
  /** A department that is not offered, such as the own one. */
  except?: string | null;
}

/** A choice of departments that have a connector. */
export function DepartmentSelect({ except = null, ...select }: DepartmentSelectProps) {
  const language = useLanguage();
  const { data } = useQuery(connectorsQuery);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      {...select}
      options={(data ?? [])
        .filter(({ slug, state }) => slug !== except && state === 'active')
        .map(({ slug, name }) => ({ value: slug, label: pickText(name, language) ?? slug }))}
    />
  );
}
