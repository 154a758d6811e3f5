import { Link } from '@tanstack/react-router';

/** A decoded value; addresses lead to their account, and structures are shown as JSON. */
export function ValueText({ type, value }: { type: string; value: unknown }) {
  if (type === 'address' && typeof value === 'string') {
    return (
      <Link to="/explorer/accounts/$address" params={{ address: value }} preload={false}>
        <code>{value}</code>
      </Link>
    );
  }
  if (typeof value === 'string') return <code>{value === '' ? '""' : value}</code>;
  if (typeof value === 'object' && value !== null) return <pre>{JSON.stringify(value, null, 2)}</pre>;
  return <code>{String(value)}</code>;
}
