/**
 * Scripts by the numbers that the test cases of the Dataspace TCK have in its sample configuration: `ACN` and `ACNC` are datasets
 * that it negotiates about as consumer and as provider, `ATP` and `ATPC` agreements that it transfers under, likewise.
 */
const numbers: Readonly<Record<string, string>> = {
  'test:offer': 'ACN0101 ACN0103 ACN0204 ACN0302',
  'test:offer-terminate': 'ACN0102',
  'test:offer-silent': 'ACN0303 ACN0304',
  'test:agree': 'ACN0104 ACN0203 ACN0301 ACNC0101 ACNC0104 ACNC0206',
  'test:terminate-requested': 'ACN0201 ACNC0202',
  'test:terminate-offered': 'ACN0205 ACNC0103',
  'test:terminate-accepted': 'ACN0206',
  'test:terminate-verified': 'ACN0207',
  'test:terminate-agreed': 'ACNC0203',
  'test:counter': 'ACNC0102',
  'test:accept-silent': 'ACNC0205 ACNC0304 ACNC0305 ACNC0306',
  'test:start': 'ATP0201 ATP0202 ATP0203 ATP0204 ATP0303 ATP0304 ATP0305 ATP0306',
  'test:start-terminate': 'ATP0101',
  'test:start-complete': 'ATP0102',
  'test:start-suspend-terminate': 'ATP0103',
  'test:start-suspend-resume-complete': 'ATP0104',
  'test:terminate': 'ATP0105',
  'test:consumer-terminate': 'ATPC0201',
  'test:consumer-complete': 'ATPC0202',
  'test:consumer-suspend-terminate': 'ATPC0203',
  'test:consumer-suspend-resume-complete': 'ATPC0204',
  'test:consumer-terminate-requested': 'ATPC0205',
  'test:silent': `ACN0202 ACNC0201 ACNC0204 ACNC0301 ACNC0302 ACNC0303 ATP0205 ATP0301 ATP0302
    ATPC0101 ATPC0102 ATPC0103 ATPC0104 ATPC0301 ATPC0302 ATPC0303 ATPC0304 ATPC0305 ATPC0306`,
};

/** Names of scripts by the ids of the kit. */
export const kitScripts: ReadonlyMap<string, string> = new Map(
  Object.entries(numbers).flatMap(([script, ids]) => ids.split(/\s+/).map((id): [string, string] => [id, script])),
);
/** Datasets that the kit looks for in the catalog; CAT0103 must not be there. */
export const kitDatasets: readonly string[] = ['CAT0101', 'CAT0102'];
