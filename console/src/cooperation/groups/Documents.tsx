import { FileTextOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { Copyable } from '../../operator/Copyable.tsx';
import { Problem } from '../../operator/Problem.tsx';
import {
  contentPath,
  type DocumentVersion,
  type GroupDocument,
  listVersions,
  removeDocument,
  sendDocument,
} from '../api/groups.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { Statement } from '../parts/Statement.tsx';
import { useChange } from '../parts/useChange.ts';

const mostBytes = 20 * 1024 * 1024;

/** The documents of a group, each with its versions and their evidence. */
export function Documents({ id, writes, chairs }: { id: string; writes: boolean; chairs: boolean }) {
  const { t } = useTranslation('groups');
  return (
    <>
      {writes && (
        <div className="tab-tools">
          <Upload id={id} />
          <span className="muted">{t('uploadHint')}</span>
        </div>
      )}
      <EntryList<GroupDocument>
        path={`/groups/${id}/documents`}
        keyOf={(document) => document.id}
        empty={t('noDocuments')}
        className="lines"
      >
        {(document) => <DocumentLine id={id} document={document} writes={writes} chairs={chairs} />}
      </EntryList>
    </>
  );
}

function Upload({ id, documentId }: { id: string; documentId?: string }) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const send = useChange((file: File) => sendDocument(id, file, documentId));
  const take = (file: File | undefined) => {
    if (!file) return;
    const fits = file.size <= mostBytes;
    setTooLarge(fits ? null : t('tooLarge', { name: file.name, size: formatBytes(file.size, language) }));
    if (fits) send.mutate(file);
  };
  return (
    <span className="upload">
      <Button
        icon={<UploadOutlined />}
        type={documentId === undefined ? 'primary' : 'default'}
        loading={send.isPending}
        onClick={() => input.current?.click()}
      >
        {t(documentId === undefined ? 'upload' : 'newVersion')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid={documentId === undefined ? 'upload' : 'upload-version'}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      {tooLarge && (
        <span className="bad" role="alert">
          {tooLarge}
        </span>
      )}
      {send.error && <Problem error={send.error} />}
    </span>
  );
}

interface DocumentLineProps {
  id: string;
  document: GroupDocument;
  writes: boolean;
  chairs: boolean;
}

function DocumentLine({ id, document, writes, chairs }: DocumentLineProps) {
  const { t } = useTranslation('groups');
  const [open, setOpen] = useState(false);
  const { title, versions, newest } = document;
  return (
    <div className="line">
      <div className="line-main">
        <FileTextOutlined />{' '}
        <a href={contentPath(id, document.id, newest.number)} download={newest.fileName}>
          <b>{title}</b>
        </a>
        {open ? (
          <Versions id={id} documentId={document.id} />
        ) : (
          <VersionFacts id={id} documentId={document.id} version={newest} />
        )}
        {versions > 1 && (
          <Button type="link" size="small" className="more-versions" onClick={() => setOpen(!open)}>
            {t(open ? 'newestOnly' : 'allVersions', { count: versions })}
          </Button>
        )}
      </div>
      {writes && (
        <Space wrap>
          <Upload id={id} documentId={document.id} />
          {chairs && (
            <ConfirmButton
              room="cooperation"
              danger
              ask={t('confirmRemoveDocument')}
              run={() => removeDocument(id, document.id)}
            >
              {t('removeDocument')}
            </ConfirmButton>
          )}
        </Space>
      )}
    </div>
  );
}

function Versions({ id, documentId }: { id: string; documentId: string }) {
  const { data, error } = useQuery({
    queryKey: ['cooperation', 'versions', documentId],
    queryFn: ({ signal }) => listVersions(id, documentId, signal),
  });
  if (error) return <Problem error={error} />;
  return (
    <>
      {data?.map((version) => (
        <VersionFacts key={version.number} id={id} documentId={documentId} version={version} />
      ))}
    </>
  );
}

interface VersionProps {
  id: string;
  documentId: string;
  version: DocumentVersion;
}

function VersionFacts({ id, documentId, version }: VersionProps) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const { number, fileName, bytes, author, member, digest, statementId } = version;
  return (
    <div className="version">
      <p className="entry-meta">
        <a href={contentPath(id, documentId, number)} download={fileName}>
          {t('version', { number })}
        </a>
        <span>{formatBytes(bytes, language)}</span>
        <span>{author}</span>
        <MemberLink slug={member} />
      </p>
      <p className="entry-meta">
        <span>SHA-256</span> <Copyable text={digest} /> <Statement id={statementId} certificate />
      </p>
    </div>
  );
}
