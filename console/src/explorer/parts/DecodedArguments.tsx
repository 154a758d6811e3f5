import { useTranslation } from 'react-i18next';
import type { DecodedArgument } from '../api/common.ts';
import { CopyButton } from './CopyButton.tsx';
import { ValueText } from './ValueText.tsx';

/** The parameters of a call or an event with their types and values. */
export function DecodedArguments({ args }: { args: DecodedArgument[] }) {
  const { t } = useTranslation('chain');
  if (args.length === 0) return <p className="muted">{t('noArguments')}</p>;
  return (
    <div className="arguments">
      <table>
        <thead>
          <tr>
            <th>{t('argument.name')}</th>
            <th>{t('argument.type')}</th>
            <th>{t('argument.value')}</th>
          </tr>
        </thead>
        <tbody>
          {args.map(({ name, type, indexed, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parameters may share a name and never change places.
            <tr key={at}>
              <td>{name || at}</td>
              <td>
                <code>{type}</code>
                {indexed && <small className="muted"> {t('argument.indexed')}</small>}
              </td>
              <td>
                <ValueText type={type} value={value} />
                {typeof value === 'string' && value.length > 12 && <CopyButton text={value} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
