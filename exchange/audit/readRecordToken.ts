import { allianceErrors, readPageToken } from '../../alliance/index.ts';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Time and id after which a list goes on; null for the first page. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export function readRecordToken(token: string | undefined): { at: Date; id: string } | null {
  const [time, id] = readPageToken(token, 2);
  if (time === undefined || id === undefined) return null;
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !idPattern.test(id)) throw allianceErrors.pageTokenWrong();
  return { at, id };
}
