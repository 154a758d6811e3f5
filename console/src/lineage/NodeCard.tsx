import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/formatTime.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { LineageNode } from './api.ts';
import { shortName } from './words.ts';

/** What a thing is, when and where it was last seen, and whether something is missing. */
export function NodeCard({ node, missing }: { node: LineageNode; missing: boolean }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  const { kind, name, last, direction } = node;
  const place = last?.place;
  return (
    <div className={`lineage-node lineage-${kind}${direction === 'start' ? ' lineage-start' : ''}`}>
      <small>
        {direction === 'start' ? `${t('start')} · ` : ''}
        {t(`kind.${kind}`)}
        {missing && <WarningFilled className="lineage-warn" />}
      </small>
      {kind !== 'sealed' && <b>{pickText(name, language) ?? shortName(node.id)}</b>}
      {kind !== 'sealed' && name && <code>{shortName(node.id)}</code>}
      {last && <span>{formatDateTime(last.eventTime, language, last.eventTimeZoneOffset)}</span>}
      {last && <span>{place ? (pickText(place.name, language) ?? shortName(place.id)) : t('unknownPlace')}</span>}
    </div>
  );
}
