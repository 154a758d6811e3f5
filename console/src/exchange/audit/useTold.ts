import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { AuditRecord } from '../api/audit.ts';
import { grantStates } from '../api/grants.ts';

/** Names the messages of the Dataspace Protocol; another one as it is. */
export function useMessageName(): (type: string) => string {
  const { t, i18n } = useTranslation('xAudit');
  return (type) => (i18n.exists(`xAudit:message.${type}`) ? t(`message.${type as 'CatalogRequestMessage'}`) : type);
}

/** Says in a few words what a record is about; null where its kind says all. */
export function useTold(): (record: Pick<AuditRecord, 'detail'>) => string | null {
  const { t, i18n } = useTranslation(['xAudit', 'xGrants']);
  const language = useLanguage();
  const messageName = useMessageName();
  const stepName = (value: string) => {
    const name = value.replace(/\W/g, '_');
    return i18n.exists(`xAudit:told.${name}`) ? t(`told.${name as 'opened'}`) : value;
  };
  const grantState = (value: unknown) => grantStates.find((one) => one === value);
  return ({ detail }) => {
    const words = detail[language === 'en' ? 'en' : 'zh'];
    if (typeof words === 'string' && words !== '') return words;
    const message = detail.type ?? detail.message;
    if (typeof message === 'string') return messageName(message);
    const step = detail.act ?? detail.step ?? detail.monitor;
    if (typeof step === 'string') return stepName(step);
    const state = grantState(detail.to);
    if (state) return t(`xGrants:state.${state}`);
    return typeof detail.code === 'string' ? detail.code : null;
  };
}
