import { Link, type LinkProps } from '@tanstack/react-router';

/** The way back to the list. */
export function Back({ to, text }: { to: NonNullable<LinkProps['to']>; text: string }) {
  return (
    <Link to={to} className="back">
      ← {text}
    </Link>
  );
}
