// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Checkpoints of an append-only evidence log
/// @notice Holds the Merkle root (RFC 6962, SHA-256) of the log for each size that was published. A size is published once and
///         sizes only grow, so whoever has a proof against a root here knows that the log cannot be shown with another history
///         at that size.
/// @dev    The contract has no owner, no upgrade and no way to change or remove a checkpoint. That a larger checkpoint extends
///         a smaller one is shown off chain by a consistency proof (RFC 9162 section 2.1.4); both roots to check it are here.
contract EvidenceLog {
    /// @notice A checkpoint was published.
    /// @param size Number of statements in the log.
    /// @param root Merkle root over these statements.
    /// @param index How many checkpoints were published before this one.
    event CheckpointAnchored(uint64 indexed size, bytes32 indexed root, uint64 index);

    /// @notice Only the publisher may anchor.
    error NotPublisher(address sender, address publisher);
    /// @notice The log must have grown since the last checkpoint.
    error SizeNotGrown(uint64 size, uint64 latestSize);
    /// @notice A root of zero would read as "no checkpoint".
    error ZeroRoot();
    /// @notice There must be somebody who can publish.
    error ZeroPublisher();

    /// @notice The only account that may publish checkpoints.
    address public immutable publisher;

    /// @notice How many checkpoints were published.
    uint64 public count;

    uint64 private _latestSize;

    mapping(uint64 size => bytes32 root) private _roots;

    /// @param publisher_ The only account that may publish checkpoints.
    constructor(address publisher_) {
        require(publisher_ != address(0), ZeroPublisher());
        publisher = publisher_;
    }

    /// @notice Publishes the checkpoint of a log that has grown.
    /// @param size Number of statements in the log; larger than in every checkpoint before.
    /// @param root Merkle root over these statements; not zero.
    function anchor(uint64 size, bytes32 root) external {
        require(msg.sender == publisher, NotPublisher(msg.sender, publisher));
        require(size > _latestSize, SizeNotGrown(size, _latestSize));
        require(root != bytes32(0), ZeroRoot());
        uint64 index = count;
        count = index + 1;
        _latestSize = size;
        _roots[size] = root;
        emit CheckpointAnchored(size, root, index);
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
}
