// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Inclusion in an RFC 6962 Merkle tree
/// @notice Lets a contract demand evidence: that some bytes are the entry at an index of a log of a given size and root.
/// @dev    Hashes are SHA-256 (the precompile at address 2), as in the log itself, so a proof that is valid off chain is valid here
///         unchanged. The bytes 0x00 before an entry and 0x01 before two nodes keep an inner node from being passed off as an entry.
library InclusionProof {
    /// @notice Leaf hash of an entry (RFC 6962 section 2.1): SHA-256(0x00, entry).
    /// @param entry The bytes of the entry.
    /// @return The leaf hash.
    function hashLeaf(bytes memory entry) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x00), entry));
    }

    /// @notice Node hash of two subtrees (RFC 6962 section 2.1): SHA-256(0x01, left, right).
    /// @param left Hash of the left subtree.
    /// @param right Hash of the right subtree.
    /// @return The node hash.
    function hashNode(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }

    /// @notice Whether a leaf is in a tree, by the algorithm of RFC 9162 section 2.1.3.2.
    /// @dev    Never reverts: an index outside the tree and a path that is too short or too long are just not a proof.
    /// @param root Root of the tree.
    /// @param size Number of leaves in the tree.
    /// @param index Place of the leaf, counted from zero.
    /// @param leaf The leaf hash, see `hashLeaf`.
    /// @param path Hashes of the siblings, from the leaf up.
    /// @return Whether the path leads from the leaf at this place to the root.
    function verify(bytes32 root, uint64 size, uint64 index, bytes32 leaf, bytes32[] calldata path)
        internal
        pure
        returns (bool)
    {
        if (index >= size) return false;
        uint64 fn = index;
        uint64 sn = size - 1;
        bytes32 hash = leaf;
        for (uint256 i = 0; i < path.length; ++i) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                hash = hashNode(path[i], hash);
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = hashNode(hash, path[i]);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash == root;
    }
}
