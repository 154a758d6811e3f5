/** The evidence log. */
export function LogPage() {
  return null;
}
