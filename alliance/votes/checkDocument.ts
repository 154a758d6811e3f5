import { Value } from 'typebox/value';
import { wordsOfFault } from '../words.ts';
import { votesErrors } from './errors.ts';
import { type ProposalDocument, parameterSchemas } from './proposalTypes.ts';

/** Whether each kind of member stays a vote is the contract's business; shares are at most everything. */
const percentRules: readonly string[] = ['quorumPercent', 'passPercent'];

/** Checks that the parameters of a document are those of its type. @throws VOTES_DOCUMENT_WRONG */
export function checkDocument(document: ProposalDocument): void {
  const { type, parameters } = document;
  const wrong = (problem: string, zh: string) => votesErrors.documentWrong({ problem }, { zh: { problem: zh } });
  const schema = parameterSchemas[type];
  if (!Value.Check(schema, parameters)) {
    const [first] = Value.Errors(schema, parameters);
    const { en, zh } = first ? wordsOfFault(first) : { en: 'they do not fit', zh: '不符合要求' };
    throw wrong(`the parameters of type ${type}: ${en}`, `类型 ${type} 的参数：${zh}`);
  }
  if (type === 'changeRule') {
    const { rule, value } = parameters;
    if (percentRules.includes(rule) && value > 100) throw wrong('a share is at most 100 percent', '比例最多为 100%');
    if (rule === 'votingPeriodSeconds' && value === 0) throw wrong('a vote has to last', '投票期不能为 0');
  }
  if (type === 'setWitnesses') {
    const { witnesses, threshold } = parameters;
    const addresses = new Set(witnesses.map((address) => address.toLowerCase()));
    if (addresses.size !== witnesses.length) throw wrong('a witness is named twice', '同一见证方重复出现');
    if (threshold > witnesses.length || (threshold === 0 && witnesses.length > 0)) {
      throw wrong('the threshold is not between 1 and the number of witnesses', '联署门槛须在 1 与见证方数目之间');
    }
  }
  if (type === 'spend' && BigInt(parameters.amountWei) === 0n) throw wrong('nothing would be spent', '金额不能为 0');
}
