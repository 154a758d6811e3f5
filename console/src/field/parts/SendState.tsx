/** @jsxImportSource preact */
import { inLanguage, pickText } from '../../i18n/language.ts';
import { fill, useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { go } from '../useRoute.ts';

/** Why nothing is sent although there is a network; null when it is. */
export function useSendTrouble(): string | null {
  const { t, language } = useTexts();
  const { device, sendProblem } = useField();
  if (device?.revoked) return t.send.revoked;
  if (!sendProblem) return null;
  if (sendProblem.status !== 403) return t.send.later;
  const { refusal, detail, title } = inLanguage(sendProblem, language);
  const reason = pickText(refusal?.because, language) ?? detail ?? title;
  return fill(t.send.forbidden, { reason });
}

/** What waits and what was refused, in one line that opens the list. */
export function SendState() {
  const { t } = useTexts();
  const { entries } = useField();
  const trouble = useSendTrouble();
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  const refused = entries.filter(({ state }) => state === 'refused').length;
  const line = () => {
    if (entries.length === 0) return t.home.nothing;
    return waiting > 0 ? fill(t.home.waiting, { count: waiting }) : t.home.allSent;
  };
  return (
    <button
      type="button"
      class="state"
      data-testid="to-list"
      data-waiting={waiting}
      data-refused={refused}
      onClick={() => go('/list')}
    >
      <b>{t.home.list}</b>
      {refused > 0 && <span class="bad">{fill(t.home.refused, { count: refused })}</span>}
      {(waiting > 0 || refused === 0) && <span class={waiting > 0 ? 'warn' : 'good'}>{line()}</span>}
      {trouble !== null && <small>{trouble}</small>}
    </button>
  );
}
