import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { useText } from '../../cooperation/parts/useText.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getEntry } from '../api/catalogue.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { readLimits } from '../parts/offerLimits.ts';
import { LevelTag, SharingTag } from '../parts/tags.tsx';
import { wordsOf } from '../parts/wordsOf.ts';
import { useOwnDepartment } from '../queries.ts';
import { EntryActions } from './EntryActions.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { LimitsCard } from './LimitsCard.tsx';
import { MeasuredCard } from './MeasuredCard.tsx';
import { PublishedQuestions } from './PublishedQuestions.tsx';
import { VersionsCard } from './VersionsCard.tsx';

/** One dataset, for somebody who may want it. */
export function EntryPage() {
  return (
    <Gate right="exchange:read">
      <Entry />
    </Gate>
  );
}

function Entry() {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const { department, id } = useParams({ from: '/exchange/catalogue/$department/$id' });
  const own = useOwnDepartment();
  const query = useQuery({
    queryKey: ['exchange', 'entry', department, id],
    queryFn: ({ signal }) => getEntry(department, id, signal),
    staleTime: 60_000,
  });
  return (
    <>
      <Back to="/exchange/catalogue" text={t('exchange:pages.catalogue')} />
      <Loaded query={query}>
        {(entry) => (
          <>
            <PageHead title={text(entry.title) || entry.id} lead={text(entry.description)} />
            <div className="stack">
              <div className="x-meta">
                {entry.terms.sharing && <SharingTag sharing={entry.terms.sharing} />}
                {entry.terms.level && <LevelTag level={entry.terms.level} />}
                {entry.terms.sharing && (
                  <span className="muted">{t(`exchange:sharingMeaning.${entry.terms.sharing}`)}</span>
                )}
              </div>
              <EntryActions department={department} entry={entry} own={department === own} />
              <div className="cards">
                <Card title={t('entry.about')}>
                  <EntryFacts department={department} entry={entry} />
                </Card>
                <MeasuredCard terms={entry.terms} />
              </div>
              <LimitsCard
                limits={readLimits(entry.offers[0])}
                legalGround={entry.terms.legalGround ?? null}
                conditions={wordsOf(entry.terms.conditions)}
              />
              <Card title={t('itemsTable.title')}>
                <ItemsTable items={entry.terms.items ?? []} quality={entry.terms.quality} />
              </Card>
              {entry.terms.questions && <PublishedQuestions questions={entry.terms.questions} />}
              {department === own && <VersionsCard id={id} />}
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
