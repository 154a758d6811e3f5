import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Call, CallState } from '../api/calls.ts';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useText } from '../parts/useText.ts';

const looks: Record<CallState, string> = {
  open: 'chip-confirmed',
  closed: 'chip-pending',
  decided: 'chip-anchored',
  finished: '',
};

/** Where a call stands. */
function CallStateChip({ state }: { state: CallState }) {
  const { t } = useTranslation('calls');
  return <span className={`chip ${looks[state]}`}>{t(`state.${state}`)}</span>;
}

/** A call in a list. */
export function CallEntry({ call, brief = false }: { call: Call; brief?: boolean }) {
  const { t } = useTranslation('calls');
  const language = useLanguage();
  const text = useText();
  const { id, member, title, state, deadline, applications, createdAt } = call;
  return (
    <article className={brief ? 'brief' : 'entry'}>
      <h2>
        <Link to="/cooperation/calls/$id" params={{ id }}>
          {text(title)}
        </Link>
      </h2>
      <p className="entry-meta">
        <CallStateChip state={state} />
        {!brief && <MemberLink slug={member} />}
        {state === 'open' ? (
          <b>{t('deadlineAt', { at: formatDateTime(deadline, language) })}</b>
        ) : (
          <time dateTime={createdAt}>{formatDate(createdAt, language)}</time>
        )}
        <span>{t('applied', { count: applications })}</span>
      </p>
    </article>
  );
}
