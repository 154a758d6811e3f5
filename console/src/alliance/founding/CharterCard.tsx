import { sha256 } from '@noble/hashes/sha2.js';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { encodeHex } from '../../../../proof/index.ts';
import { isRecord } from '../../api/problem.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { getCharter, type Rules } from '../api/alliance.ts';
import type { Hex } from '../api/types.ts';
import { RuleList } from '../home/RulesCard.tsx';

interface Charter {
  purpose: { zh: string; en: string } | null;
  rules: Omit<Rules, 'proposalThreshold'>;
  founders: { slug: string; profile: { name: { zh: string; en: string } }; key: string }[];
}

function readCharter(text: string): Charter | null {
  try {
    const charter: unknown = JSON.parse(text);
    return isRecord(charter) && charter.format === 'xiangyu-charter/1' ? (charter as unknown as Charter) : null;
  } catch {
    return null;
  }
}

/** The charter whose digest is signed, read from the very text that this browser hashed. */
export function CharterCard({ digest }: { digest: Hex }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { data: text } = useQuery({
    queryKey: ['alliance', 'charter', digest],
    queryFn: ({ signal }) => getCharter(signal),
    staleTime: 60_000,
  });
  if (text === undefined) return <Card title={t('charter.title')} loading />;
  const charter = readCharter(text);
  const matches = `0x${encodeHex(sha256(new TextEncoder().encode(text)))}` === digest.toLowerCase();
  if (charter === null || !matches) {
    return <Alert type="error" showIcon title={t('charter.wrong')} description={t('charter.wrongText')} />;
  }
  const purpose = pickText(charter.purpose, language);
  return (
    <Card title={t('charter.title')}>
      <p className="good" data-testid="charter-matches">
        ✓ {t('charter.matches')}
      </p>
      {purpose && <p>{purpose}</p>}
      <RuleList rules={{ ...charter.rules, proposalThreshold: 0 }} />
      <h3>{t('charter.founders')}</h3>
      <ul className="plain-list">
        {charter.founders.map(({ slug, profile, key }) => (
          <li key={slug}>
            {pickText(profile.name, language)} <small className="muted">{key}</small>
          </li>
        ))}
      </ul>
      <a href="/api/alliance/charter" download="charter.json">
        {t('charter.download')}
      </a>
    </Card>
  );
}
