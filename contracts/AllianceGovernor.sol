// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {AllianceRecord} from "./AllianceRecord.sol";
import {MemberRegistry} from "./MemberRegistry.sol";

/// @title The alliance: what its members decide is done, and nothing else
/// @notice Members propose and vote; whatever passes, anyone carries out. This contract owns the registry of members, the alliance's
///         record, the common treasury (its own balance), and the evidence log that was handed over to it. Nobody has a right here but
///         the members, by vote: not who deployed it, not who runs the platform, not who pays for the gas.
/// @dev    OpenZeppelin's Governor. Proposals and ballots are signed by a member's key and counted for the member's account (see
///         `MemberRegistry.accountOf`). Weights are those when voting began; whether a member may vote is asked when it votes.
contract AllianceGovernor is GovernorSettings, GovernorCountingSimple, GovernorVotesQuorumFraction {
    using Checkpoints for Checkpoints.Trace208;

    /// @notice The rules that the charter begins with; each is changed by vote only.
    /// @param votingDelay Seconds from a proposal to the beginning of its vote.
    /// @param votingPeriod Seconds that a vote lasts.
    /// @param quorumPercent How much of the total weight has to vote for or abstain.
    /// @param passPercent How much of the weight for and against has to be for; it also has to be more than against.
    /// @param kindWeights What each kind of member weighs.
    struct Rules {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint8 quorumPercent;
        uint8 passPercent;
        uint32[6] kindWeights;
    }

    /// @notice The share needed to pass changed, for proposals whose vote begins from now on.
    event PassPercentSet(uint256 oldPercent, uint256 newPercent);
    /// @notice The alliance owns this evidence log from now on.
    event LogAccepted(address indexed log);

    /// @notice A rule that nobody could ever change again by vote.
    error RuleOutOfBounds(uint256 value, uint256 most);
    /// @notice The member had no weight when voting began: it was admitted later, or had given its vote to another member.
    error NoWeight(address account, uint256 snapshot);
    /// @notice The log belongs to somebody else.
    error LogNotOwned(address log, address owner);

    bytes32 private constant PROPOSAL_TYPEHASH = keccak256(
        "Proposal(address proposer,address[] targets,uint256[] values,bytes[] calldatas,string description,uint256 nonce)"
    );
    uint256 private constant MAX_VOTING_DELAY = 90 days;
    uint256 private constant MAX_VOTING_PERIOD = 365 days;

    /// @notice The members.
    MemberRegistry public immutable registry;
    /// @notice What the alliance decided to publish.
    AllianceRecord public immutable record;

    Checkpoints.Trace208 private _passPercents;

    /// @param charterHash SHA-256 of the charter (RFC 8785).
    /// @param foundersRoot Root of the standard Merkle tree over the founders' entries.
    /// @param founders How many founders the charter names.
    /// @param rules What the charter begins with.
    constructor(bytes32 charterHash, bytes32 foundersRoot, uint256 founders, Rules memory rules)
        Governor("Xiangyu alliance")
        GovernorSettings(rules.votingDelay, rules.votingPeriod, 0)
        GovernorVotes(IVotes(address(new MemberRegistry(charterHash, foundersRoot, founders, rules.kindWeights))))
        GovernorVotesQuorumFraction(rules.quorumPercent)
    {
        registry = MemberRegistry(address(token()));
        record = new AllianceRecord();
        _setPassPercent(rules.passPercent);
    }

    /// @notice Proposes for a member that signed; anyone may send it.
    /// @param proposer The member's key.
    /// @param signature Of that key over `Proposal(proposer, targets, values, calldatas, description, nonce)`.
    /// @return The proposal's id.
    function proposeBySig(
        address proposer,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        bytes memory signature
    ) external returns (uint256) {
        bytes32 message = _hashProposal(proposer, targets, values, calldatas, description);
        if (!SignatureChecker.isValidSignatureNow(proposer, _hashTypedDataV4(message), signature)) {
            revert GovernorInvalidSignature(proposer);
        }
        if (!_isValidDescriptionForProposer(proposer, description)) revert GovernorRestrictedProposer(proposer);
        uint256 needed = proposalThreshold();
        uint256 weight = getVotes(proposer, clock() - 1);
        if (weight < needed) revert GovernorInsufficientProposerVotes(proposer, weight, needed);
        return _propose(targets, values, calldatas, description, proposer);
    }

    /// @notice Changes the share needed to pass.
    /// @param percent Of the weight for and against.
    function setPassPercent(uint256 percent) external onlyGovernance {
        _setPassPercent(percent);
    }

    /// @notice Takes over an evidence log whose owner offers it; anyone may call it. Its witnesses are then set by vote.
    /// @param log The log, an Ownable2Step contract.
    function acceptLog(address log) external {
        Ownable2Step(log).acceptOwnership();
        address owner = Ownable2Step(log).owner();
        require(owner == address(this), LogNotOwned(log, owner));
        emit LogAccepted(log);
    }

    /// @notice The share that proposals need whose vote begins now.
    function passPercent() external view returns (uint256) {
        return _passPercents.latest();
    }

    /// @inheritdoc GovernorSettings
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @dev A proposal is its member's, whichever key signed it.
    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address key
    ) internal override returns (uint256) {
        return super._propose(targets, values, calldatas, description, registry.requireVoter(key));
    }

    /// @dev A ballot is its member's, whichever key signed it, and one without weight is refused, not counted as nothing.
    function _castVote(uint256 proposalId, address key, uint8 support, string memory reason, bytes memory params)
        internal
        override
        returns (uint256 weight)
    {
        address account = registry.requireVoter(key);
        weight = super._castVote(proposalId, account, support, reason, params);
        if (weight == 0) revert NoWeight(account, proposalSnapshot(proposalId));
    }

    /// @dev What was proposed is decided by vote. Otherwise whoever sends another's proposal first could withdraw it.
    function _validateCancel(uint256, address) internal pure override returns (bool) {
        return false;
    }

    /// @dev Of a member's key or account.
    function _getVotes(address account, uint256 timepoint, bytes memory params)
        internal
        view
        override(Governor, GovernorVotes)
        returns (uint256)
    {
        bytes32 id = registry.memberOfKey(account);
        return super._getVotes(id == bytes32(0) ? account : registry.accountOf(id), timepoint, params);
    }

    function _voteSucceeded(uint256 proposalId)
        internal
        view
        override(Governor, GovernorCountingSimple)
        returns (bool)
    {
        (uint256 against, uint256 inFavour,) = proposalVotes(proposalId);
        uint256 percent = _passPercents.upperLookupRecent(uint48(proposalSnapshot(proposalId)));
        return inFavour > against && inFavour * 100 >= (inFavour + against) * percent;
    }

    function _setVotingDelay(uint48 newVotingDelay) internal override {
        require(newVotingDelay <= MAX_VOTING_DELAY, RuleOutOfBounds(newVotingDelay, MAX_VOTING_DELAY));
        super._setVotingDelay(newVotingDelay);
    }

    function _setVotingPeriod(uint32 newVotingPeriod) internal override {
        require(newVotingPeriod <= MAX_VOTING_PERIOD, RuleOutOfBounds(newVotingPeriod, MAX_VOTING_PERIOD));
        super._setVotingPeriod(newVotingPeriod);
    }

    /// @dev At most what all members together weigh.
    function _setProposalThreshold(uint256 newThreshold) internal override {
        uint256 most = newThreshold == 0 ? 0 : token().getPastTotalSupply(clock() - 1);
        require(newThreshold <= most, RuleOutOfBounds(newThreshold, most));
        super._setProposalThreshold(newThreshold);
    }

    function _setPassPercent(uint256 percent) private {
        require(percent <= 100, RuleOutOfBounds(percent, 100));
        emit PassPercentSet(_passPercents.latest(), percent);
        (, uint48 noted,) = _passPercents.latestCheckpoint();
        uint48 now_ = clock();
        _passPercents.push(now_ > noted ? now_ : noted, uint208(percent));
    }

    function _hashProposal(
        address proposer,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) private returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](calldatas.length);
        for (uint256 i = 0; i < calldatas.length; ++i) hashes[i] = keccak256(calldatas[i]);
        return keccak256(
            abi.encode(
                PROPOSAL_TYPEHASH,
                proposer,
                keccak256(abi.encodePacked(targets)),
                keccak256(abi.encodePacked(values)),
                keccak256(abi.encodePacked(hashes)),
                keccak256(bytes(description)),
                _useNonce(proposer)
            )
        );
    }
}
