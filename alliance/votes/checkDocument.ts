import { Value } from 'typebox/value';
import { votesErrors } from './errors.ts';
import { type ProposalDocument, parameterSchemas } from './proposalTypes.ts';

/** Whether each kind of member stays a vote is the contract's business; shares are at most everything. */
const percentRules: readonly string[] = ['quorumPercent', 'passPercent'];

/** Checks that the parameters of a document are those of its type. @throws VOTES_DOCUMENT_WRONG */
export function checkDocument(document: ProposalDocument): void {
  const { type, parameters } = document;
  const wrong = (problem: string) => votesErrors.documentWrong({ problem });
  const schema = parameterSchemas[type];
  if (!Value.Check(schema, parameters)) {
    const [first] = Value.Errors(schema, parameters);
    throw wrong(`the parameters of type ${type}: ${first?.instancePath || 'they'} ${first?.message ?? 'do not fit'}`);
  }
  if (type === 'changeRule') {
    const { rule, value } = parameters;
    if (percentRules.includes(rule) && value > 100) throw wrong('a share is at most 100 percent');
    if (rule === 'votingPeriodSeconds' && value === 0) throw wrong('a vote has to last');
  }
  if (type === 'setWitnesses') {
    const { witnesses, threshold } = parameters;
    const addresses = new Set(witnesses.map((address) => address.toLowerCase()));
    if (addresses.size !== witnesses.length) throw wrong('a witness is named twice');
    if (threshold > witnesses.length || (threshold === 0 && witnesses.length > 0)) {
      throw wrong('the threshold is not between 1 and the number of witnesses');
    }
  }
  if (type === 'spend' && BigInt(parameters.amountWei) === 0n) throw wrong('nothing would be spent');
}
