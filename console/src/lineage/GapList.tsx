import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/formatTime.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { Gap, Lineage } from './api.ts';
import { shortName, useAmount } from './words.ts';

/** What the records should say and do not. */
export function GapList({ lineage, onSelect }: { lineage: Lineage; onSelect: (id: string) => void }) {
  const { t } = useTranslation(['lineage', 'common']);
  const language = useLanguage();
  const amount = useAmount();
  if (lineage.gaps.length === 0) return <Alert type="success" showIcon title={t('noGaps')} />;
  const members = new Map(lineage.events.map(({ member }) => [member.slug, pickText(member.name, language)]));
  const explain = ({ kind, node, members: slugs, amount: found }: Gap) => {
    const name = pickText(lineage.nodes.find(({ id }) => id === node)?.name, language);
    const named = slugs.map((slug) => members.get(slug) ?? slug);
    return t(`gap.${kind}`, {
      thing: [name, shortName(node)].filter(Boolean).join(' '),
      member: named[0] ?? '',
      members: named.join(t('common:listSeparator')),
      expected: found ? amount(found.expected, found.uom) : '',
      found: found ? amount(found.found, found.uom) : '',
    });
  };
  return (
    <ul className="lineage-gaps" data-testid="lineage-gaps">
      {lineage.gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.node}`}>
          <button type="button" onClick={() => onSelect(gap.node)}>
            {explain(gap)}
          </button>
          <small>{formatDateTime(gap.since, language)}</small>
        </li>
      ))}
    </ul>
  );
}
