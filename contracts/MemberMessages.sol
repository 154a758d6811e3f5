// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title What members sign towards the registry
/// @notice The EIP-712 struct hashes of the registry's messages, and the entry of a member in the form in which it is founded,
///         applied for and admitted. Every message but `Founding` carries a nonce of the signing key, so that it counts once.
library MemberMessages {
    /// @notice An organisation as the alliance admits it.
    /// @param id keccak256 of its slug, its stable name in the evidence log.
    /// @param profileHash SHA-256 of its profile (RFC 8785), which is kept off chain.
    /// @param did Its decentralised identifier.
    /// @param kinds What it is: bit 0 enterprise, 1 government, 2 research, 3 certifier, 4 node operator, 5 witness.
    /// @param key Account that signs for it; of its own, nobody else holds it.
    /// @param nodeKey Public key of its node, 64 bytes, or empty.
    /// @param witness Account that cosigns checkpoints for it, or zero.
    struct Entry {
        bytes32 id;
        bytes32 profileHash;
        string did;
        uint16 kinds;
        address key;
        bytes nodeKey;
        address witness;
    }

    bytes32 private constant FOUNDING = keccak256("Founding(bytes32 charter,bytes32 member)");
    bytes32 private constant APPLICATION = keccak256(
        "Application(bytes32 member,bytes32 profileHash,string did,uint16 kinds,address key,bytes nodeKey,address witness,uint256 nonce)"
    );
    bytes32 private constant KEY_ROTATION = keccak256("KeyRotation(bytes32 member,address newKey,uint256 nonce)");
    bytes32 private constant LEAVING = keccak256("Leaving(bytes32 member,uint256 nonce)");
    bytes32 private constant NODE_KEYS =
        keccak256("NodeKeys(bytes32 member,bytes nodeKey,address witness,uint256 nonce)");
    bytes32 private constant PROFILE = keccak256("Profile(bytes32 member,bytes32 profileHash,string did,uint256 nonce)");

    function founding(bytes32 charter, bytes32 member) internal pure returns (bytes32) {
        return keccak256(abi.encode(FOUNDING, charter, member));
    }

    function application(Entry calldata entry, uint256 nonce) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                APPLICATION,
                entry.id,
                entry.profileHash,
                keccak256(bytes(entry.did)),
                entry.kinds,
                entry.key,
                keccak256(entry.nodeKey),
                entry.witness,
                nonce
            )
        );
    }

    function keyRotation(bytes32 member, address newKey, uint256 nonce) internal pure returns (bytes32) {
        return keccak256(abi.encode(KEY_ROTATION, member, newKey, nonce));
    }

    function leaving(bytes32 member, uint256 nonce) internal pure returns (bytes32) {
        return keccak256(abi.encode(LEAVING, member, nonce));
    }

    function nodeKeys(bytes32 member, bytes calldata nodeKey, address witness, uint256 nonce)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(NODE_KEYS, member, keccak256(nodeKey), witness, nonce));
    }

    function profile(bytes32 member, bytes32 profileHash, string calldata did, uint256 nonce)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(PROFILE, member, profileHash, keccak256(bytes(did)), nonce));
    }

    /// @notice Leaf of the founders' tree, in the form of OpenZeppelin's standard Merkle tree.
    function leaf(Entry calldata entry) internal pure returns (bytes32) {
        return keccak256(bytes.concat(hashEntry(entry)));
    }

    /// @notice What names an application: the hash of all that is applied with.
    function hashEntry(Entry calldata entry) internal pure returns (bytes32) {
        return keccak256(abi.encode(entry));
    }
}
