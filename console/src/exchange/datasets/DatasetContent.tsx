import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../api/datasets.ts';
import { EntryFacts } from '../catalogue/EntryFacts.tsx';
import { ItemsTable } from '../catalogue/ItemsTable.tsx';
import { LimitsCard } from '../catalogue/LimitsCard.tsx';
import { Card } from '../parts/Card.tsx';
import { LevelTag, SharingTag } from '../parts/tags.tsx';
import { dutiesQuery } from './dutiesQuery.ts';

/** What is written of an own dataset, all of it, so that a reviewer sees what others will. */
export function DatasetContent({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const { title, description, keywords, methods, regionName, conditions, legalGround, terms, items, sharing, level } =
    dataset;
  const duties = useQuery(dutiesQuery);
  const dutyTitle = duties.data?.items.find(({ code }) => code === dataset.duty)?.title;
  const { version, digest, duty, table, department, subject, region, contact, quality } = dataset;
  const entry = {
    id: dataset.id,
    title,
    description,
    keywords,
    offers: [],
    formats: [],
    terms: {
      version,
      digest,
      duty,
      ...(dutyTitle ? { dutyTitle } : {}),
      table,
      department,
      subject,
      region,
      regionName,
      contact,
      method: methods,
    },
  };
  return (
    <div className="stack">
      <div className="x-meta">
        <SharingTag sharing={sharing} />
        <LevelTag level={level} />
        <span className="muted">{t(`exchange:sharingMeaning.${sharing}`)}</span>
      </div>
      <Card title={t('entry.about')}>
        <EntryFacts department={dataset.participant} entry={entry} />
      </Card>
      <LimitsCard
        legalGround={legalGround}
        conditions={conditions}
        limits={{
          purposes: terms.purposes ?? [],
          recipients: terms.recipients ?? [],
          regions: terms.regions ?? [],
          longestDays: terms.longestDays,
          mostRequests: terms.mostRequests,
          caseNumber: sharing === 'conditional',
          deletion: terms.deletion && sharing !== 'none',
        }}
      />
      <Card title={t('itemsTable.title')}>
        <ItemsTable items={items.map((item) => ({ ...item, mask: item.mask?.kind ?? null }))} quality={quality} />
      </Card>
    </div>
  );
}
