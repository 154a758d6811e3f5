import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import type { WholeRecord } from '../api/audit.ts';
import { Card } from '../parts/Card.tsx';

const pretty = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** The signed text of a record and the documents that prove the act. */
export function TextsCard({ record: { jws, texts } }: { record: WholeRecord }) {
  const { t, i18n } = useTranslation('xAudit');
  const nameOf = (name: string) =>
    i18n.exists(`xAudit:document.${name}`) ? t(`document.${name as 'body'}`) : t('texts.document', { name });
  const all: [string, string][] = [
    ...Object.entries(texts).map(([name, text]): [string, string] => [nameOf(name), text]),
    ...(jws ? [[t('texts.jws'), jws] as [string, string]] : []),
  ];
  if (all.length === 0) return null;
  return (
    <Card title={t('texts.title')}>
      <Collapse
        items={all.map(([label, text]) => ({
          key: label,
          label,
          extra: <CopyButton text={text} />,
          children: <pre className="x-pre">{pretty(text)}</pre>,
        }))}
      />
    </Card>
  );
}
