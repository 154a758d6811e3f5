// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {InclusionProof} from "./InclusionProof.sol";

/// @title Checkpoints of an append-only evidence log, vouched for by witnesses
/// @notice Holds the Merkle root (RFC 6962, SHA-256) of the log for each size that was published. A size is published once and
///         sizes only grow. From the moment witnesses are set, a checkpoint needs the signatures of a threshold of them, each of whom
///         checked that the log only grew: whoever runs the log can then no longer publish a forked one alone.
/// @dev    There is no upgrade and no way to change or remove a checkpoint. The owner sets witnesses and publisher and hands over in two
///         steps; giving up ownership freezes both for good. A witness signs EIP-712 data of domain {name: "Xiangyu witness",
///         version: "1"}, without chain and contract, because it is a statement about a log and not about where it is published:
///         the same signature serves a log that moves to another contract or chain, and the origin keeps logs apart.
contract EvidenceLog is Ownable2Step {
    /// @notice A checkpoint was published.
    /// @param size Number of statements in the log.
    /// @param root Merkle root over these statements.
    /// @param index How many checkpoints were published before this one.
    event CheckpointAnchored(uint64 indexed size, bytes32 indexed root, uint64 index);
    /// @notice Other witnesses vouch from now on.
    /// @param witnesses All witnesses, in ascending order.
    /// @param threshold How many of them have to sign a checkpoint.
    event WitnessesChanged(address[] witnesses, uint8 threshold);
    /// @notice Another account publishes from now on, besides the owner.
    /// @param publisher The account; zero when only the owner does.
    event PublisherChanged(address indexed publisher);

    /// @notice Only the owner or the publisher may anchor.
    error NotPublisher(address sender);
    /// @notice The log must have grown since the last checkpoint.
    error SizeNotGrown(uint64 size, uint64 latestSize);
    /// @notice A root of zero would read as "no checkpoint".
    error ZeroRoot();
    /// @notice A log is named by its origin.
    error EmptyOrigin();
    /// @notice Witnesses are given in strictly ascending order and without the zero address.
    error WitnessesNotAscending(uint256 position);
    /// @notice The threshold is at least one and at most the number of witnesses; zero goes with no witnesses only.
    error BadThreshold(uint8 threshold, uint256 witnesses);
    /// @notice At most this many witnesses keep anchoring affordable.
    error TooManyWitnesses(uint256 witnesses, uint256 most);
    /// @notice The bytes at this position are not a signature of 65 bytes with a low s (EIP-2).
    error BadSignature(uint256 position);
    /// @notice Signatures are given in strictly ascending order of their signers, so that each counts once.
    error SignersNotAscending(uint256 position, address signer);
    /// @notice Too few of the present witnesses signed this size and root.
    error TooFewWitnesses(uint256 signed, uint8 threshold);

    /// @notice Most witnesses at a time.
    uint256 public constant MAX_WITNESSES = 64;

    bytes32 private constant DOMAIN_SEPARATOR = keccak256(
        abi.encode(
            keccak256("EIP712Domain(string name,string version)"), keccak256("Xiangyu witness"), keccak256("1")
        )
    );
    bytes32 private constant CHECKPOINT_TYPEHASH = keccak256("Checkpoint(string origin,uint64 size,bytes32 root)");

    /// @notice Name of the log in its checkpoints.
    string public origin;

    /// @notice An account that may publish checkpoints besides the owner; zero when there is none.
    address public publisher;

    /// @notice How many checkpoints were published.
    uint64 public count;

    /// @notice How many witnesses have to sign a checkpoint; zero while nobody is set.
    uint8 public threshold;

    bytes32 private immutable _originHash;
    uint64 private _latestSize;
    address[] private _witnesses;

    /// @notice Whether an account is a witness now.
    mapping(address account => bool) public isWitness;
    mapping(uint64 size => bytes32 root) private _roots;

    /// @param origin_ Name of the log in its checkpoints.
    /// @param owner_ Who sets witnesses and may publish.
    constructor(string memory origin_, address owner_) Ownable(owner_) {
        require(bytes(origin_).length > 0, EmptyOrigin());
        origin = origin_;
        _originHash = keccak256(bytes(origin_));
    }

    /// @notice Replaces the witnesses; published checkpoints stay.
    /// @param witnesses_ All witnesses in strictly ascending order; none together with threshold zero.
    /// @param threshold_ How many of them have to sign a checkpoint.
    function setWitnesses(address[] calldata witnesses_, uint8 threshold_) external onlyOwner {
        require(witnesses_.length <= MAX_WITNESSES, TooManyWitnesses(witnesses_.length, MAX_WITNESSES));
        require(
            threshold_ <= witnesses_.length && (threshold_ > 0 || witnesses_.length == 0),
            BadThreshold(threshold_, witnesses_.length)
        );
        for (uint256 i = 0; i < _witnesses.length; ++i) isWitness[_witnesses[i]] = false;
        address last = address(0);
        for (uint256 i = 0; i < witnesses_.length; ++i) {
            require(witnesses_[i] > last, WitnessesNotAscending(i));
            last = witnesses_[i];
            isWitness[last] = true;
        }
        _witnesses = witnesses_;
        threshold = threshold_;
        emit WitnessesChanged(witnesses_, threshold_);
    }

    /// @notice Lets another account publish checkpoints too, so that the owner's key can stay offline.
    /// @param publisher_ The account; zero for nobody.
    function setPublisher(address publisher_) external onlyOwner {
        publisher = publisher_;
        emit PublisherChanged(publisher_);
    }

    /// @notice Publishes the checkpoint of a log that has grown.
    /// @param size Number of statements in the log; larger than in every checkpoint before.
    /// @param root Merkle root over these statements; not zero.
    /// @param signatures Of witnesses over `digestOf(size, root)`, each 65 bytes r, s, v, in strictly ascending order of the signers.
    ///        Those of others do not count and do no harm, so a checkpoint signed before the witnesses changed can still be good.
    function anchor(uint64 size, bytes32 root, bytes[] calldata signatures) external {
        require(msg.sender == owner() || msg.sender == publisher, NotPublisher(msg.sender));
        require(size > _latestSize, SizeNotGrown(size, _latestSize));
        require(root != bytes32(0), ZeroRoot());
        _requireWitnessed(digestOf(size, root), signatures);
        uint64 index = count;
        count = index + 1;
        _latestSize = size;
        _roots[size] = root;
        emit CheckpointAnchored(size, root, index);
    }

    /// @notice What a witness signs for a checkpoint: the EIP-712 hash.
    /// @param size Number of statements in the log.
    /// @param root Merkle root over these statements.
    /// @return The hash to be signed.
    function digestOf(uint64 size, bytes32 root) public view returns (bytes32) {
        bytes32 structHash = keccak256(abi.encode(CHECKPOINT_TYPEHASH, _originHash, size, root));
        return keccak256(abi.encodePacked(hex"1901", DOMAIN_SEPARATOR, structHash));
    }

    /// @notice The present witnesses, in ascending order.
    /// @return Their accounts.
    function witnesses() external view returns (address[] memory) {
        return _witnesses;
    }

    /// @notice The last published checkpoint; zeros before the first.
    /// @return size Number of statements.
    /// @return root Merkle root over them.
    function latest() external view returns (uint64 size, bytes32 root) {
        size = _latestSize;
        root = _roots[size];
    }

    /// @notice The root published for a size; zero when that size was not published.
    /// @param size Number of statements.
    /// @return root Merkle root over them.
    function rootOf(uint64 size) external view returns (bytes32 root) {
        root = _roots[size];
    }

    /// @notice Whether a statement is in the log, so that other contracts can demand evidence.
    /// @param size A published size; one that was not published proves nothing.
    /// @param index Place of the statement, counted from zero.
    /// @param leafHash SHA-256(0x00, statement), see `InclusionProof.hashLeaf`.
    /// @param path Hashes of the siblings, from the leaf up.
    /// @return Whether the path leads from the leaf to the root published for the size.
    function verifyInclusion(uint64 size, uint64 index, bytes32 leafHash, bytes32[] calldata path)
        external
        view
        returns (bool)
    {
        bytes32 root = _roots[size];
        return root != bytes32(0) && InclusionProof.verify(root, size, index, leafHash, path);
    }

    function _requireWitnessed(bytes32 digest, bytes[] calldata signatures) private view {
        uint256 signed = 0;
        address last = address(0);
        for (uint256 i = 0; i < signatures.length; ++i) {
            (address signer, ECDSA.RecoverError problem,) = ECDSA.tryRecoverCalldata(digest, signatures[i]);
            require(problem == ECDSA.RecoverError.NoError, BadSignature(i));
            require(signer > last, SignersNotAscending(i, signer));
            last = signer;
            if (isWitness[signer]) ++signed;
        }
        require(signed >= threshold, TooFewWitnesses(signed, threshold));
    }
}
