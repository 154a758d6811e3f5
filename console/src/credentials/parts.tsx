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

const knownClaims = [
  'memberOf',
  'memberSlug',
  'memberId',
  'registry',
  'chainId',
  'memberKinds',
  'organisation',
  'roles',
  'accreditedFor',
  'decision',
] as const;

/** What a claim is called: by the schema of its type, or by us; its own name otherwise. */
export function useClaimName(): (type: string, claim: string) => string {
  const { t } = useTranslation('credentials');
  const { data } = useQuery(typesQuery);
  return (type, claim) => {
    const title = data?.find(({ name }) => name === type)?.schema.properties?.[claim]?.title;
    const known = knownClaims.find((one) => one === claim);
    return title ?? (known ? t(`claim.${known}`) : claim);
  };
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
