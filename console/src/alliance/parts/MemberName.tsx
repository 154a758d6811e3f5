import { Link } from '@tanstack/react-router';
import { shorten } from '../../format/shorten.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { MemberRef } from '../api/types.ts';

/** A member by its name, which leads to its page; one that this platform does not know by the ends of its id. */
export function MemberName({ member, plain = false }: { member: MemberRef; plain?: boolean }) {
  const language = useLanguage();
  const name = pickText(member.name, language) ?? member.slug;
  if (name === null) return <code title={member.id}>{shorten(member.id)}</code>;
  if (plain || member.slug === null) return <>{name}</>;
  return (
    <Link to="/alliance/members/$slug" params={{ slug: member.slug }} preload={false}>
      {name}
    </Link>
  );
}
