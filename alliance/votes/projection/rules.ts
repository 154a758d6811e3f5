import type { Tx } from '../../../store/index.ts';
import type { LogPlace } from './decodeLog.ts';

export interface AddRuleParameters {
  rule: string;
  value: bigint;
  /** Value until now, as the log says. */
  before?: bigint;
  place: LogPlace;
}

/** Notes the value that a rule has from now on. */
export async function addRule(tx: Tx, { rule, value, before, place }: AddRuleParameters): Promise<void> {
  // The first value of some rules is in no log and was read when it may have changed since.
  if (before !== undefined) {
    await tx`
      update alliance.rule_version set value = ${before.toString()}
      where rule = ${rule} and (epoch, log_index) = (
        select epoch, log_index from alliance.rule_version where rule = ${rule} order by epoch desc, log_index desc limit 1)`;
  }
  await tx`
    insert into alliance.rule_version (rule, epoch, log_index, time, value, transaction)
    values (${rule}, ${place.epoch}, ${place.index}, ${place.time}, ${value.toString()}, ${place.transaction})
    on conflict (rule, epoch, log_index) do update set value = excluded.value`;
}
