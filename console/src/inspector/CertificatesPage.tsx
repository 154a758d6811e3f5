import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Empty, Input } from 'antd';
import './inspector.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Session } from '../api/session.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { formatDate } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import { type Certificate, type CertificateAction, getCertificate, listCertificates } from './api.ts';
import { CertificateChecks } from './CertificateChecks.tsx';
import { ChangeModal } from './ChangeModal.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { IssueModal } from './IssueModal.tsx';
import { CertificateTag, useCropName } from './parts.tsx';

/** The register of certificates: open to everybody, kept by certifiers. */
export function CertificatesPage() {
  return <InspectorHead page="certificates">{(session) => <Register session={session} />}</InspectorHead>;
}

const actionsOf = ({ state, changes }: Certificate): CertificateAction[] => {
  if (changes.some((change) => change.state === 'withdrawn')) return [];
  return state === 'suspended' ? ['reinstate', 'withdraw'] : ['suspend', 'withdraw'];
};

function Register({ session }: { session: Session }) {
  const { t } = useTranslation('inspector');
  const [search, setSearch] = useState<string | undefined>();
  const [issuing, setIssuing] = useState(false);
  const [changing, setChanging] = useState<{ certificate: Certificate; action: CertificateAction } | null>(null);
  const found = useInfiniteQuery({
    queryKey: ['certificates', search],
    queryFn: ({ pageParam, signal }) => listCertificates(search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const certifies = may(session, 'trace:certify');
  return (
    <Card>
      <div className="inspector-filter">
        <Input.Search
          allowClear
          placeholder={t('certificates.search')}
          aria-label={t('certificates.search')}
          onSearch={(text) => setSearch(text.trim() || undefined)}
        />
        {certifies && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="issue-certificate"
            onClick={() => setIssuing(true)}
          >
            {t('certificates.issue')}
          </Button>
        )}
      </div>
      {found.error && <Problem error={found.error} onRetry={found.refetch} />}
      {found.data && items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('certificates.none')} />
      )}
      <ul className="inspector-list" data-testid="certificates">
        {items.map((certificate) => (
          <CertificateItem
            key={certificate.id}
            certificate={certificate}
            actions={certifies && session.principal?.member === certificate.issuer ? actionsOf(certificate) : []}
            onChange={(action) => setChanging({ certificate, action })}
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <IssueModal open={issuing} onClose={() => setIssuing(false)} />
      <ChangeModal chosen={changing} onClose={() => setChanging(null)} />
    </Card>
  );
}

/** The page of one certificate: where its own address leads, for everybody. */
export function CertificatePage() {
  const { t } = useTranslation('inspector');
  const { id } = useParams({ from: '/certificates/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => getCertificate(id, signal),
  });
  return (
    <>
      <PageHead title={t('certificates.one')} lead={t('certificates.oneLead')} />
      {error && <Problem error={error} onRetry={refetch} />}
      {data && (
        <Card>
          <ul className="inspector-list">
            <CertificateItem certificate={data} actions={[]} opened onChange={() => undefined} />
          </ul>
        </Card>
      )}
    </>
  );
}

interface CertificateItemProps {
  certificate: Certificate;
  actions: CertificateAction[];
  /** True where the check is shown without being asked for. */
  opened?: boolean;
  onChange: (action: CertificateAction) => void;
}

function CertificateItem({ certificate, actions, opened = false, onChange }: CertificateItemProps) {
  const { t } = useTranslation(['inspector', 'common']);
  const language = useLanguage();
  const nameOf = useMemberNames();
  const cropName = useCropName();
  const { number, type, state, operator, issuer, standard, validFrom, validUntil, scope, changes } = certificate;
  const areas = scope.sites.filter(({ areaHectares }) => areaHectares !== undefined);
  const hectares = areas.reduce((sum, site) => sum + (site.areaHectares ?? 0), 0);
  const crops = [...new Set(areas.flatMap(({ crop }) => crop ?? []))].map(cropName);
  const last = changes.at(-1);
  return (
    <li>
      <div className="what">
        <b>{number}</b> <CertificateTag state={state} />
        <p>
          {nameOf(operator)} · {t(`certificateType.${type}`)} · {standard}
        </p>
        <p className="muted">
          {t('certificates.period', {
            from: formatDate(validFrom, language),
            until: formatDate(validUntil, language),
          })}{' '}
          · {t('certificates.by', { name: nameOf(issuer) })}
        </p>
        <p className="muted">
          {t('certificates.scope', { sites: scope.sites.length, products: scope.products.length })}
          {hectares > 0 &&
            ` · ${t('certificates.area', {
              area: formatNumber(hectares, language, 3),
              crops: crops.join(t('common:listSeparator')),
            })}`}
        </p>
        {last && state !== 'valid' && (
          <p>{t('certificates.since', { time: formatDate(last.effectiveAt, language), reason: last.reason })}</p>
        )}
        <CertificateChecks id={certificate.id} opened={opened} />
      </div>
      <div className="inspector-actions">
        {actions.map((action) => (
          <Button key={action} danger={action === 'withdraw'} onClick={() => onChange(action)}>
            {t(`change.${action}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
