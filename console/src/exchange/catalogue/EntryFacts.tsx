import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import type { CatalogEntry } from '../api/catalogue.ts';
import { wordsOf } from '../parts/wordsOf.ts';
import { useDepartments, useJoin } from '../queries.ts';

/** What a dataset is and where it comes from. */
export function EntryFacts({ department, entry }: { department: string; entry: CatalogEntry }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const join = useJoin();
  const nameOf = useDepartments();
  const { terms, keywords } = entry;
  const { contact, duty, region, method = [], version } = terms;
  const dutyTitle = text(wordsOf(terms.dutyTitle));
  const regionName = text(wordsOf(terms.regionName));
  const contactText = contact && [contact.name, contact.phone, contact.email].filter(Boolean).join(' · ');
  return (
    <Facts
      rows={[
        [t('entry.provider'), nameOf(department)],
        [t('entry.office'), text(wordsOf(terms.department)) || null],
        [t('entry.duty'), duty ? [dutyTitle, duty].filter(Boolean).join(' · ') : null],
        [t('entry.table'), terms.table ?? null],
        [t('entry.subject'), terms.subject ? t(`exchange:subject.${terms.subject}`) : null],
        [t('entry.region'), region ? [regionName, region].filter(Boolean).join(' · ') : null],
        [t('entry.methods'), method.length > 0 ? join(method.map((one) => t(`exchange:method.${one}`))) : null],
        [t('entry.keywords'), keywords.length > 0 ? join(keywords) : null],
        [t('entry.contact'), contactText || null],
        [t('entry.version'), version ? t('entry.versionText', { version }) : null],
        [t('entry.digest'), terms.digest ? <code key="digest">{terms.digest}</code> : null],
      ]}
    />
  );
}
