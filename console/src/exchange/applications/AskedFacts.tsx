import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import type { Application } from '../api/applications.ts';
import { TermsFacts } from '../parts/TermsFacts.tsx';
import { useJoin } from '../queries.ts';

/** What an application asks for and why. */
export function AskedFacts({ application, provider }: { application: Application; provider: string }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const text = useText();
  const join = useJoin();
  const { form, dataset } = application;
  const { applicant } = form;
  const contact = [applicant.name, applicant.office, applicant.phone].filter(Boolean).join(' · ');
  return (
    <>
      <Facts
        rows={[
          [t('one.purpose'), [text(form.matterName), form.matter].filter(Boolean).join(' · ')],
          [t('one.legalBasis'), form.legalBasis],
          [t('one.reason'), form.reason],
          [t('one.caseSystem'), form.caseSystem || t('exchange:none')],
          [t('one.emergencyGround'), form.emergency?.ground ?? null],
          [t('one.ways'), join(form.ways.map((way) => t(`exchange:way.${way}`)))],
          [t('one.contact'), contact || null],
        ]}
      />
      <TermsFacts terms={form} department={provider} dataset={dataset} />
    </>
  );
}
