import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EvidenceStatus } from '../../api/getJourney.ts';
import { request } from '../../api/request.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { StatusTag } from '../../operator/StatusTag.tsx';

interface StatementView {
  statementId: string;
  statement: { time: string; member: string; digest: string };
  index: number | null;
  status: EvidenceStatus;
}

const followMs = 5_000;

/** A statement of the evidence log: since when, how far it has come, and its proof to take along. */
export function Statement({ id, certificate = false }: { id: string; certificate?: boolean }) {
  const { t, i18n } = useTranslation('coop');
  const path = `/api/log/statements/${encodeURIComponent(id)}`;
  const { data } = useQuery({
    queryKey: ['cooperation', 'statement', id],
    queryFn: ({ signal }) => request<StatementView>(path, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'confirmed' ? false : followMs),
  });
  const proven = data !== undefined && (data.status === 'anchored' || data.status === 'confirmed');
  return (
    <span className="statement">
      {data && (
        <>
          <Time at={data.statement.time} /> <StatusTag status={data.status} />
        </>
      )}
      {proven ? (
        <>
          <a href={`${path}/bundle`} download={`proof-${id}.json`}>
            {t('statement.bundle')}
          </a>
          {certificate && (
            <a
              href={`/evidence/${encodeURIComponent(id)}/certificate.pdf?lang=${i18n.language}`}
              target="_blank"
              rel="noopener"
            >
              {t('statement.certificate')}
            </a>
          )}
        </>
      ) : (
        <span className="muted">{t('statement.notYet')}</span>
      )}
    </span>
  );
}
