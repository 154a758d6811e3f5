import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { CredentialFormat, CredentialState, CredentialType } from './api.ts';
import { typesQuery } from './queries.ts';

/** What a type is called, in the reader's language; its own name where nobody said. */
export function useTypeName(): (name: string) => string {
  const language = useLanguage();
  const { data } = useQuery(typesQuery);
  return (name) => pickText(data?.find((type: CredentialType) => type.name === name)?.title, language) ?? name;
}

/** Whether a credential counts. */
export function StateTag({ state }: { state: CredentialState | null }) {
  const { t } = useTranslation('credentials');
  return (
    <span className={`chip chip-credential-${state ?? 'unknown'}`} data-testid="credential-state">
      {t(`status.${state ?? 'unknown'}`)}
    </span>
  );
}

/** How a credential is secured. */
export function FormatTag({ format }: { format: CredentialFormat }) {
  const { t } = useTranslation('credentials');
  return (
    <Tooltip title={t(`formatHint.${format}`)}>
      <span className="chip chip-credential-format">{t(`format.${format}`)}</span>
    </Tooltip>
  );
}
