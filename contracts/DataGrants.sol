// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title Who may have which data from whom, until when
/// @notice A grant says that a provider gives a consumer the named columns of one version of a dataset, for one purpose and one time.
///         Only digests and salted commitments are kept here: no data, no names of columns, no purposes and nothing about people.
///         Whoever likes carries a message here; what counts is the signature (EIP-712). The provider issues, suspends, resumes and
///         revokes; the consumer may renounce; an arbiter that the grant names may suspend and resume, and nobody else anything.
/// @dev The numbers of the messages of one party to one grant only grow, so that none counts twice and one that was held back is
///      worth nothing once a newer one is here. Every party counts for itself: nobody's messages hold up another's.
contract DataGrants is EIP712 {
    /// @notice How far a grant has come. Revoked and renounced are final; suspended it is while somebody holds it.
    enum Stage {
        Unknown,
        Issued,
        Revoked,
        Renounced
    }

    /// @notice What is granted.
    /// @param provider Chain key of the connector that gives the data; it signs for the provider.
    /// @param notBefore First second in which it holds.
    /// @param notAfter First second in which it holds no more.
    /// @param consumer Chain key of the connector that gets the data.
    /// @param version Version of the dataset.
    /// @param maxCount How many requests it is for; zero is no limit. The connectors count them.
    /// @param arbiter Chain key of the data authority's connector, or zero.
    /// @param agreement keccak256 of the agreement's identifier.
    /// @param dataset keccak256 of the dataset's identifier.
    /// @param purpose Commitment: keccak256 of a salt that is kept off chain and the purpose.
    /// @param columns Commitment: keccak256 of a salt that is kept off chain and the names of the columns.
    /// @param policy SHA-256 of the policy in canonical JSON (RFC 8785).
    struct Terms {
        address provider;
        uint48 notBefore;
        uint48 notAfter;
        address consumer;
        uint32 version;
        uint64 maxCount;
        address arbiter;
        bytes32 agreement;
        bytes32 dataset;
        bytes32 purpose;
        bytes32 columns;
        bytes32 policy;
    }

    /// @notice A grant as it stands.
    /// @param holds Who suspends it: bit 0 the provider, bit 1 the arbiter.
    /// @param changedAt When it was changed last, in seconds.
    struct Standing {
        Stage stage;
        uint8 holds;
        uint48 changedAt;
    }

    /// @notice The provider holds the grant.
    uint8 public constant HELD_BY_PROVIDER = 1;
    /// @notice The arbiter holds the grant.
    uint8 public constant HELD_BY_ARBITER = 2;

    bytes32 private constant TERMS = keccak256(
        "Terms(address provider,uint48 notBefore,uint48 notAfter,address consumer,uint32 version,uint64 maxCount,address arbiter,bytes32 agreement,bytes32 dataset,bytes32 purpose,bytes32 columns,bytes32 policy)"
    );
    bytes32 private constant SUSPENSION = keccak256("Suspension(bytes32 grant,uint64 sequence,bytes32 reason)");
    bytes32 private constant RESUMPTION = keccak256("Resumption(bytes32 grant,uint64 sequence,bytes32 reason)");
    bytes32 private constant REVOCATION = keccak256("Revocation(bytes32 grant,uint64 sequence,bytes32 reason)");
    bytes32 private constant RENUNCIATION = keccak256("Renunciation(bytes32 grant,uint64 sequence,bytes32 reason)");

    /// @notice A provider granted something.
    event GrantIssued(bytes32 indexed grant, address indexed provider, address indexed consumer, Terms terms);
    /// @notice A party holds the grant. `reason` is a salted digest of its words.
    event GrantSuspended(bytes32 indexed grant, address indexed by, uint64 sequence, bytes32 reason);
    /// @notice A party holds the grant no more; another one still may.
    event GrantResumed(bytes32 indexed grant, address indexed by, uint64 sequence, bytes32 reason);
    /// @notice The provider ended the grant for good.
    event GrantRevoked(bytes32 indexed grant, address indexed by, uint64 sequence, bytes32 reason);
    /// @notice The consumer gave the grant up for good.
    event GrantRenounced(bytes32 indexed grant, address indexed by, uint64 sequence, bytes32 reason);

    /// @notice The provider has a grant for this agreement already.
    error AlreadyIssued(bytes32 grant);
    /// @notice There is no such grant.
    error UnknownGrant(bytes32 grant);
    /// @notice A grant needs a provider and another consumer, and an arbiter that is neither of them, or none.
    error PartiesWrong();
    /// @notice A grant ends after it begins.
    error PeriodWrong(uint48 notBefore, uint48 notAfter);
    /// @notice The signature is of nobody who may do this here: of another account, for another chain, another contract or another message.
    error WrongSigner(address recovered);
    /// @notice The signer sent this message already, or a newer one.
    error StaleSequence(address signer, uint64 sequence, uint64 latest);
    /// @notice It was revoked or renounced.
    error GrantEnded(bytes32 grant, Stage stage);
    /// @notice The signer does not hold the grant.
    error NotHeld(bytes32 grant, address signer);

    mapping(bytes32 grant => Terms terms) private _terms;
    mapping(bytes32 grant => Standing standing) private _standings;
    mapping(bytes32 grant => mapping(address party => uint64 sequence)) private _sequences;

    constructor() EIP712("Xiangyu data grants", "1") {}

    /// @notice Issues a grant.
    /// @param terms What is granted; signed by `terms.provider`.
    /// @param signature 65 bytes.
    /// @return grant The name of the grant, see `idOf`.
    function issue(Terms calldata terms, bytes calldata signature) external returns (bytes32 grant) {
        require(
            terms.provider != address(0) && terms.consumer != address(0) && terms.provider != terms.consumer
                && terms.arbiter != terms.provider && terms.arbiter != terms.consumer,
            PartiesWrong()
        );
        require(terms.notBefore < terms.notAfter, PeriodWrong(terms.notBefore, terms.notAfter));
        address signer = _recover(keccak256(abi.encode(TERMS, terms)), signature);
        require(signer == terms.provider, WrongSigner(signer));
        grant = idOf(terms.provider, terms.agreement);
        require(_standings[grant].stage == Stage.Unknown, AlreadyIssued(grant));
        _terms[grant] = terms;
        _standings[grant] = Standing(Stage.Issued, 0, uint48(block.timestamp));
        emit GrantIssued(grant, terms.provider, terms.consumer, terms);
    }

    /// @notice Holds a grant: no data flow under it until whoever holds it resumes it.
    /// @param grant Its name.
    /// @param sequence Above those of all earlier messages of the signer to this grant.
    /// @param reason Salted digest of the reason.
    /// @param signature Of the provider or the arbiter.
    function suspend(bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature) external {
        (address signer, uint8 hold) = _holder(SUSPENSION, grant, sequence, reason, signature);
        _standings[grant].holds |= hold;
        emit GrantSuspended(grant, signer, sequence, reason);
    }

    /// @notice Takes the signer's own suspension back. Parameters as of `suspend`.
    function resume(bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature) external {
        (address signer, uint8 hold) = _holder(RESUMPTION, grant, sequence, reason, signature);
        require(_standings[grant].holds & hold != 0, NotHeld(grant, signer));
        _standings[grant].holds &= ~hold;
        emit GrantResumed(grant, signer, sequence, reason);
    }

    /// @notice Ends a grant for good. Parameters as of `suspend`; signed by the provider.
    function revoke(bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature) external {
        address signer = _recoverAct(REVOCATION, grant, sequence, reason, signature);
        require(signer == _terms[grant].provider, WrongSigner(signer));
        _count(grant, signer, sequence);
        _standings[grant].stage = Stage.Revoked;
        emit GrantRevoked(grant, signer, sequence, reason);
    }

    /// @notice Gives a grant up for good. Parameters as of `suspend`; signed by the consumer.
    function renounce(bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature) external {
        address signer = _recoverAct(RENUNCIATION, grant, sequence, reason, signature);
        require(signer == _terms[grant].consumer, WrongSigner(signer));
        _count(grant, signer, sequence);
        _standings[grant].stage = Stage.Renounced;
        emit GrantRenounced(grant, signer, sequence, reason);
    }

    /// @notice The terms of a grant and how it stands.
    function grantOf(bytes32 grant) external view returns (Terms memory terms, Standing memory standing) {
        return (_terms[grant], _standings[grant]);
    }

    /// @notice A grant, and the block that this is said in, so that the reader sees how old the answer is.
    /// @return standing How it stands.
    /// @return terms Its terms.
    /// @return number Of the block.
    /// @return timestamp Of the block, in seconds.
    function lookUp(bytes32 grant)
        external
        view
        returns (Standing memory standing, Terms memory terms, uint256 number, uint256 timestamp)
    {
        return (_standings[grant], _terms[grant], block.number, block.timestamp);
    }

    /// @notice Whether data may flow under a grant now.
    function isInForce(bytes32 grant) external view returns (bool) {
        Standing storage standing = _standings[grant];
        Terms storage terms = _terms[grant];
        return standing.stage == Stage.Issued && standing.holds == 0 && block.timestamp >= terms.notBefore
            && block.timestamp < terms.notAfter;
    }

    /// @notice The number of a party's latest message to a grant; its next one needs a higher one.
    function sequenceOf(bytes32 grant, address party) external view returns (uint64) {
        return _sequences[grant][party];
    }

    /// @notice The name of the grant of a provider for an agreement. It follows from both, so that nobody can take it before.
    function idOf(address provider, bytes32 agreement) public pure returns (bytes32) {
        return keccak256(abi.encode(provider, agreement));
    }

    function _recover(bytes32 structHash, bytes calldata signature) private view returns (address signer) {
        (signer,,) = ECDSA.tryRecoverCalldata(_hashTypedDataV4(structHash), signature);
    }

    function _recoverAct(bytes32 kind, bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature)
        private
        view
        returns (address)
    {
        require(_standings[grant].stage != Stage.Unknown, UnknownGrant(grant));
        return _recover(keccak256(abi.encode(kind, grant, sequence, reason)), signature);
    }

    /// @dev Reads a message of somebody who may hold the grant, and counts it.
    function _holder(bytes32 kind, bytes32 grant, uint64 sequence, bytes32 reason, bytes calldata signature)
        private
        returns (address signer, uint8 hold)
    {
        signer = _recoverAct(kind, grant, sequence, reason, signature);
        Terms storage terms = _terms[grant];
        require(signer != address(0) && (signer == terms.provider || signer == terms.arbiter), WrongSigner(signer));
        hold = signer == terms.provider ? HELD_BY_PROVIDER : HELD_BY_ARBITER;
        _count(grant, signer, sequence);
    }

    function _count(bytes32 grant, address signer, uint64 sequence) private {
        uint64 latest = _sequences[grant][signer];
        require(sequence > latest, StaleSequence(signer, sequence, latest));
        Stage stage = _standings[grant].stage;
        require(stage == Stage.Issued, GrantEnded(grant, stage));
        _sequences[grant][signer] = sequence;
        _standings[grant].changedAt = uint48(block.timestamp);
    }
}
