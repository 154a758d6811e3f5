import { useTranslation } from 'react-i18next';
import type { Act } from '../../api/acts.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

const isNames = (value: object): value is { zh: string; en: string } => 'zh' in value && 'en' in value;

/** What an act was done to and what else was recorded, in the reader's words where there are some. */
export function ActDetail({ act: { detail, resource } }: { act: Act }) {
  const { t, i18n } = useTranslation(['acts', 'shell', 'keys', 'common']);
  const language = useLanguage();
  /** The word of a dictionary, or the bare name for what has none. */
  const wordOf = (area: 'acts' | 'shell' | 'keys', path: string, bare: string): string =>
    i18n.exists(path, { ns: area }) ? i18n.getResource(i18n.language, area, path) : bare;
  const show = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map((one) => show(name, one)).join(t('common:listSeparator'));
    if (typeof value === 'object' && value !== null) {
      return isNames(value) ? (pickText(value, language) ?? '') : JSON.stringify(value);
    }
    const text = String(value);
    if (name === 'roles' || name === 'before') return wordOf('shell', `session.role.${text}`, text);
    return name === 'scopes' ? wordOf('keys', `scope.${text}`, text) : text;
  };
  const entries = Object.entries(detail).filter(([, value]) => value !== null && value !== '');
  return (
    <div className="items">
      <div>
        <small>{wordOf('acts', `type.${resource.type}`, resource.type)}</small> <code>{resource.id}</code>
      </div>
      {entries.map(([name, value]) => (
        <div key={name}>
          <small>{wordOf('acts', `field.${name}`, name)}</small> {show(name, value)}
        </div>
      ))}
    </div>
  );
}
