import { Link } from '@tanstack/react-router';
import { useNames } from './useNames.ts';

/** An organisation by its name, leading to its page in the directory. */
export function MemberLink({ slug }: { slug: string }) {
  const name = useNames();
  return (
    <Link to="/cooperation/members/$slug" params={{ slug }} className="member-link">
      {name(slug)}
    </Link>
  );
}
