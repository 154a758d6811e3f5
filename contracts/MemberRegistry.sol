// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {MemberMessages} from "./MemberMessages.sol";

/// @title The members of the alliance and the weight of their votes
/// @notice Who founded the alliance, who applied, who was admitted, suspended or left, with which keys. Members come in by a vote of
///         the members only, carried out by the governor that created this contract; whoever deployed it has no right at all.
/// @dev    A member votes through an account that follows from its id and that nobody has a key for: `accountOf`. Weights,
///         delegations and ballots hang on that account, so that they outlive a change of key and old and new key cannot both
///         vote. A key belongs to one member for good and can sign only while it is that member's present one. Keys may be
///         contracts (ERC-1271). Times are block timestamps (ERC-6372).
contract MemberRegistry is Votes {
    using MemberMessages for MemberMessages.Entry;

    /// @notice Where an organisation stands.
    enum Status {
        None,
        Applied,
        Admitted,
        Suspended,
        Left
    }

    /// @notice A member as the chain knows it now; see `MemberMessages.Entry`.
    /// @param weight What its vote weighs while it is admitted.
    /// @param since When its status changed last, in seconds.
    struct Member {
        address key;
        uint16 kinds;
        Status status;
        uint32 weight;
        uint40 since;
        address witness;
        bytes32 profileHash;
        string did;
        bytes nodeKey;
    }

    /// @notice A founder took its place; `Admitted` follows.
    event Enrolled(bytes32 indexed id, uint256 enrolled, uint256 founders);
    /// @notice The last founder took its place: from now on the alliance decides.
    event Founded(bytes32 indexed charterHash, uint256 founders);
    /// @notice An organisation asks to be admitted with this entry.
    event Applied(bytes32 indexed id, bytes32 indexed entryHash, MemberMessages.Entry entry);
    /// @notice An organisation is a member with this entry, as a founder or by a vote.
    event Admitted(bytes32 indexed id, bytes32 indexed entryHash, MemberMessages.Entry entry);
    /// @notice The members suspended a member.
    event Suspended(bytes32 indexed id);
    /// @notice The members lifted a suspension.
    event Reinstated(bytes32 indexed id);
    /// @notice The members expelled a member.
    event Expelled(bytes32 indexed id);
    /// @notice A member left on its own.
    event MemberLeft(bytes32 indexed id);
    /// @notice Another key signs for the member; `byVote` when the members decided it, because the old one was lost.
    event KeyChanged(bytes32 indexed id, address indexed oldKey, address indexed newKey, bool byVote);
    /// @notice A member runs its node or its witness under other keys.
    event NodeKeysChanged(bytes32 indexed id, bytes nodeKey, address witness);
    /// @notice A member describes itself anew.
    event ProfileChanged(bytes32 indexed id, bytes32 profileHash, string did);
    /// @notice The members changed what a member is.
    event KindsChanged(bytes32 indexed id, uint16 kinds);
    /// @notice The members changed what a kind of member weighs.
    event KindWeightSet(uint8 indexed kind, uint32 oldWeight, uint32 newWeight);
    /// @notice A member weighs something else; zero while it is not admitted.
    event WeightChanged(bytes32 indexed id, uint32 oldWeight, uint32 newWeight);

    /// @notice Only the governor, that is a vote of the members, may do this.
    error NotGovernor(address sender);
    /// @notice Nothing but enrolment works until every founder took its place.
    error NotFounded(uint256 enrolled, uint256 founders);
    /// @notice This founder took its place before.
    error AlreadyEnrolled(bytes32 id);
    /// @notice The charter does not name this entry.
    error NotFounder(bytes32 id);
    /// @notice There is no such member.
    error UnknownMember(bytes32 id);
    /// @notice This is no key of a member.
    error UnknownKey(address key);
    /// @notice This key was replaced by another one of its member.
    error KeyRemoved(bytes32 id, address key);
    /// @notice This key belongs, or once belonged, to a member.
    error KeyTaken(address key);
    /// @notice The member does not have the status that this needs.
    error WrongStatus(bytes32 id, Status status);
    /// @notice The signature is not of this key over this message, chain, contract and nonce.
    error WrongSignature(address key);
    /// @notice Nobody applied with exactly this entry.
    error NotApplied(bytes32 entryHash);
    /// @notice Exactly this was applied for before.
    error AlreadyApplied(bytes32 entryHash);
    /// @notice An entry has an id, one kind at least, none that is not defined, a key, a DID of at most 256 bytes, and a node key of 64 bytes or none.
    error BadEntry(bytes32 id);
    /// @notice There is no such kind.
    error BadKind(uint8 kind);
    /// @notice Nobody would have a vote any more.
    error NoVotesLeft();
    /// @notice The weights of all members follow the present rule already.
    error NothingToWeigh();

    /// @notice How many kinds there are.
    uint8 public constant KINDS = 6;
    /// @notice How many members get their new weight in the transaction that changes the rule; anyone brings the rest up with `reweigh`.
    uint256 public constant REWEIGHED_AT_ONCE = 100;

    /// @notice Carries out what the members decide.
    address public immutable governor;
    /// @notice SHA-256 of the charter (RFC 8785).
    bytes32 public immutable charterHash;
    /// @notice Root of the standard Merkle tree over the founders' entries.
    bytes32 public immutable foundersRoot;
    /// @notice How many founders the charter names.
    uint256 public immutable founders;

    /// @notice How many founders took their place.
    uint256 public enrolled;
    /// @notice How many members, by their order, have a weight by the present rule.
    uint256 public reweighed;
    /// @notice Whether exactly this was applied for, by the hash of the entry.
    mapping(bytes32 entryHash => bool) public isApplied;
    /// @notice The member that a key belongs or once belonged to; zero for none.
    mapping(address key => bytes32 id) public memberOfKey;
    /// @notice The member that votes through an account; zero for none.
    mapping(address account => bytes32 id) public memberOfAccount;

    mapping(bytes32 id => Member) private _members;
    bytes32[] private _ids;
    uint32[6] private _kindWeights;
    uint48 private _noted;

    modifier onlyGovernor() {
        require(msg.sender == governor, NotGovernor(msg.sender));
        _;
    }

    modifier afterFounding() {
        _requireFounded();
        _;
    }

    /// @dev The creator is the governor.
    constructor(bytes32 charterHash_, bytes32 foundersRoot_, uint256 founders_, uint32[6] memory kindWeights_)
        EIP712("Xiangyu alliance", "1")
    {
        governor = msg.sender;
        charterHash = charterHash_;
        foundersRoot = foundersRoot_;
        founders = founders_;
        _kindWeights = kindWeights_;
    }

    /// @notice A founder takes its place; anyone may send it.
    /// @param entry As the charter names it.
    /// @param proof From the entry's leaf to `foundersRoot`.
    /// @param signature Of the entry's key over `Founding(charter, member)`.
    function enrol(MemberMessages.Entry calldata entry, bytes32[] calldata proof, bytes calldata signature) external {
        require(MerkleProof.verifyCalldata(proof, foundersRoot, entry.leaf()), NotFounder(entry.id));
        require(_members[entry.id].status == Status.None, AlreadyEnrolled(entry.id));
        _requireSignature(entry.key, MemberMessages.founding(charterHash, entry.id), signature);
        emit Enrolled(entry.id, ++enrolled, founders);
        _admit(entry);
        if (enrolled == founders) emit Founded(charterHash, founders);
    }

    /// @notice An organisation asks to be admitted; anyone may send it. Several may ask under one id: which one it is, the members decide.
    /// @param entry What it asks to be admitted with.
    /// @param signature Of the entry's key over `Application(…)` with the key's nonce.
    function applyFor(MemberMessages.Entry calldata entry, bytes calldata signature) external afterFounding {
        Member storage member = _members[entry.id];
        Status status = member.status;
        require(status != Status.Admitted && status != Status.Suspended, WrongStatus(entry.id, status));
        _requireSound(entry);
        bytes32 entryHash = entry.hashEntry();
        require(!isApplied[entryHash], AlreadyApplied(entryHash));
        _requireFree(entry.id, entry.key);
        _requireSignature(entry.key, MemberMessages.application(entry, _useNonce(entry.key)), signature);
        isApplied[entryHash] = true;
        if (status == Status.None) _setStatus(entry.id, Status.Applied);
        emit Applied(entry.id, entryHash, entry);
    }

    /// @notice Admits an organisation with exactly the entry that it applied with.
    function admit(MemberMessages.Entry calldata entry) external onlyGovernor {
        bytes32 entryHash = entry.hashEntry();
        require(isApplied[entryHash], NotApplied(entryHash));
        Status status = _members[entry.id].status;
        require(status == Status.Applied || status == Status.Left, WrongStatus(entry.id, status));
        // Who leaves and wants to come back applies again.
        isApplied[entryHash] = false;
        _requireFree(entry.id, entry.key);
        _admit(entry);
    }

    /// @notice Takes a member's vote and standing until it is reinstated; a delegation of its ends.
    function suspend(bytes32 id) external onlyGovernor {
        _requireStatus(id, Status.Admitted);
        _discharge(id, Status.Suspended);
        emit Suspended(id);
    }

    /// @notice Gives a suspended member its vote and standing back.
    function reinstate(bytes32 id) external onlyGovernor {
        _requireStatus(id, Status.Suspended);
        _setStatus(id, Status.Admitted);
        _weigh(id);
        emit Reinstated(id);
    }

    /// @notice Ends a membership against the member's will.
    function expel(bytes32 id) external onlyGovernor {
        _requireMember(id);
        _discharge(id, Status.Left);
        emit Expelled(id);
    }

    /// @notice Ends a membership by the member's own will; anyone may send it.
    /// @param signature Of the member's key over `Leaving(member, nonce)`.
    function resign(bytes32 id, bytes calldata signature) external afterFounding {
        address key = _requireMember(id);
        _requireSignature(key, MemberMessages.leaving(id, _useNonce(key)), signature);
        _discharge(id, Status.Left);
        emit MemberLeft(id);
    }

    /// @notice Replaces a member's key by its own will; anyone may send it. The old key never signs again.
    /// @param byOld Of the present key over `KeyRotation(member, newKey, nonce)`, with the present key's nonce.
    /// @param byNew Of the new key over the same message, so that nobody names a key that is not its own.
    function rotateKey(bytes32 id, address newKey, bytes calldata byOld, bytes calldata byNew) external afterFounding {
        address key = _requireMember(id);
        bytes32 message = MemberMessages.keyRotation(id, newKey, _useNonce(key));
        _requireSignature(key, message, byOld);
        _requireSignature(newKey, message, byNew);
        _changeKey(id, newKey, false);
    }

    /// @notice Replaces a key that its member lost.
    function replaceKey(bytes32 id, address newKey) external onlyGovernor {
        _requireMember(id);
        _changeKey(id, newKey, true);
    }

    /// @notice A member runs its node or its witness under other keys; anyone may send it.
    /// @param signature Of the member's key over `NodeKeys(member, nodeKey, witness, nonce)`.
    function setNodeKeys(bytes32 id, bytes calldata nodeKey, address witness, bytes calldata signature)
        external
        afterFounding
    {
        address key = _requireMember(id);
        require(nodeKey.length == 0 || nodeKey.length == 64, BadEntry(id));
        _requireSignature(key, MemberMessages.nodeKeys(id, nodeKey, witness, _useNonce(key)), signature);
        _members[id].nodeKey = nodeKey;
        _members[id].witness = witness;
        emit NodeKeysChanged(id, nodeKey, witness);
    }

    /// @notice A member describes itself anew; anyone may send it.
    /// @param signature Of the member's key over `Profile(member, profileHash, did, nonce)`.
    function setProfile(bytes32 id, bytes32 profileHash, string calldata did, bytes calldata signature)
        external
        afterFounding
    {
        address key = _requireMember(id);
        require(bytes(did).length <= 256, BadEntry(id));
        _requireSignature(key, MemberMessages.profile(id, profileHash, did, _useNonce(key)), signature);
        _members[id].profileHash = profileHash;
        _members[id].did = did;
        emit ProfileChanged(id, profileHash, did);
    }

    /// @notice Changes what a member is, and with it what it weighs.
    function setKinds(bytes32 id, uint16 kinds) external onlyGovernor {
        _requireMember(id);
        require(kinds > 0 && kinds < 1 << KINDS, BadEntry(id));
        _members[id].kinds = kinds;
        emit KindsChanged(id, kinds);
        if (_members[id].status == Status.Admitted) _weigh(id);
    }

    /// @notice Changes what a kind of member weighs. A member weighs as much as the heaviest of its kinds.
    function setKindWeight(uint8 kind, uint32 weight) external onlyGovernor {
        require(kind < KINDS, BadKind(kind));
        emit KindWeightSet(kind, _kindWeights[kind], weight);
        _kindWeights[kind] = weight;
        reweighed = 0;
        _reweigh(REWEIGHED_AT_ONCE);
    }

    /// @notice Brings further members' weights up to the present rule; anyone may call it.
    /// @param most How many members at most.
    function reweigh(uint256 most) external {
        require(reweighed < _ids.length, NothingToWeigh());
        _reweigh(most);
    }

    /// @notice Whether every founder took its place.
    function isFounded() public view returns (bool) {
        return enrolled == founders;
    }

    /// @notice A member as the chain knows it now.
    function memberOf(bytes32 id) external view returns (Member memory) {
        return _members[id];
    }

    /// @notice How many organisations were ever admitted, founders included.
    function memberCount() external view returns (uint256) {
        return _ids.length;
    }

    /// @notice Ids of organisations that were ever admitted, in the order of their first admission.
    function listMembers(uint256 from, uint256 most) external view returns (bytes32[] memory ids) {
        uint256 left = from < _ids.length ? _ids.length - from : 0;
        ids = new bytes32[](most < left ? most : left);
        for (uint256 i = 0; i < ids.length; ++i) ids[i] = _ids[from + i];
    }

    /// @notice What each kind of member weighs.
    function kindWeights() external view returns (uint32[6] memory) {
        return _kindWeights;
    }

    /// @notice The account through which a member votes.
    function accountOf(bytes32 id) public pure returns (address) {
        return address(uint160(uint256(id)));
    }

    /// @notice The account through which the member votes that signs with a key: only a founded alliance's admitted member, and only its
    ///         present key.
    function requireVoter(address key) public view afterFounding returns (address account) {
        bytes32 id = memberOfKey[key];
        require(id != bytes32(0), UnknownKey(key));
        Member storage member = _members[id];
        require(member.key == key, KeyRemoved(id, key));
        require(member.status == Status.Admitted, WrongStatus(id, member.status));
        return accountOf(id);
    }

    /// @inheritdoc Votes
    /// @dev Never earlier than a weight that was noted before: a Tree-Graph runs blocks in an order that their own timestamps need not
    ///      follow, and weights are noted in the order of time.
    function clock() public view override returns (uint48) {
        return block.timestamp > _noted ? uint48(block.timestamp) : _noted;
    }

    /// @inheritdoc Votes
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev `delegate` and `delegateBySig` name the key that signs; what is delegated is the vote of its member, to another admitted one.
    function _delegate(address key, address delegatee) internal override {
        address account = requireVoter(key);
        bytes32 id = memberOfAccount[delegatee];
        require(id != bytes32(0), UnknownMember(id));
        _requireStatus(id, Status.Admitted);
        _noted = clock();
        super._delegate(account, delegatee);
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return _members[memberOfAccount[account]].weight;
    }

    function _admit(MemberMessages.Entry calldata entry) private {
        _requireSound(entry);
        bytes32 id = entry.id;
        address account = accountOf(id);
        Member storage member = _members[id];
        if (memberOfAccount[account] == bytes32(0)) {
            memberOfAccount[account] = id;
            // The newest member's weight follows the present rule even while others' do not yet.
            if (reweighed == _ids.length) ++reweighed;
            _ids.push(id);
        }
        _requireFree(id, entry.key);
        memberOfKey[entry.key] = id;
        member.key = entry.key;
        member.kinds = entry.kinds;
        member.witness = entry.witness;
        member.profileHash = entry.profileHash;
        member.did = entry.did;
        member.nodeKey = entry.nodeKey;
        _setStatus(id, Status.Admitted);
        super._delegate(account, account);
        _weigh(id);
        emit Admitted(id, entry.hashEntry(), entry);
    }

    /// @dev A member that is not admitted weighs nothing, and its delegation ends with its vote.
    function _discharge(bytes32 id, Status status) private {
        _setStatus(id, status);
        _weigh(id);
        super._delegate(accountOf(id), accountOf(id));
    }

    function _setStatus(bytes32 id, Status status) private {
        _members[id].status = status;
        _members[id].since = uint40(block.timestamp);
    }

    function _changeKey(bytes32 id, address newKey, bool byVote) private {
        require(newKey != address(0) && memberOfKey[newKey] == bytes32(0), KeyTaken(newKey));
        require(_isNobodyElses(id, memberOfAccount[newKey]), KeyTaken(newKey));
        emit KeyChanged(id, _members[id].key, newKey, byVote);
        memberOfKey[newKey] = id;
        _members[id].key = newKey;
    }

    function _reweigh(uint256 most) private {
        uint256 from = reweighed;
        uint256 left = _ids.length - from;
        uint256 to = from + (most < left ? most : left);
        reweighed = to;
        for (uint256 i = from; i < to; ++i) _weigh(_ids[i]);
        require(_getTotalSupply() > 0, NoVotesLeft());
    }

    /// @dev Gives a member the weight that its kinds have by the present rule, or none while it is not admitted.
    function _weigh(bytes32 id) private {
        Member storage member = _members[id];
        uint32 oldWeight = member.weight;
        uint32 newWeight = member.status == Status.Admitted ? _heaviest(member.kinds) : 0;
        if (newWeight == oldWeight) return;
        address account = accountOf(id);
        member.weight = newWeight;
        _noted = clock();
        if (newWeight > oldWeight) _transferVotingUnits(address(0), account, newWeight - oldWeight);
        else _transferVotingUnits(account, address(0), oldWeight - newWeight);
        emit WeightChanged(id, oldWeight, newWeight);
    }

    function _heaviest(uint16 kinds) private view returns (uint32 heaviest) {
        uint32[6] memory weights = _kindWeights;
        for (uint256 kind = 0; kind < KINDS; ++kind) {
            if (kinds & (1 << kind) != 0 && weights[kind] > heaviest) heaviest = weights[kind];
        }
    }

    function _requireFounded() private view {
        require(enrolled == founders, NotFounded(enrolled, founders));
    }

    function _requireStatus(bytes32 id, Status status) private view {
        Status present = _members[id].status;
        require(present != Status.None, UnknownMember(id));
        require(present == status, WrongStatus(id, present));
    }

    /// @dev An admitted or suspended member's present key.
    function _requireMember(bytes32 id) private view returns (address key) {
        Member storage member = _members[id];
        Status status = member.status;
        require(status != Status.None, UnknownMember(id));
        require(status == Status.Admitted || status == Status.Suspended, WrongStatus(id, status));
        return member.key;
    }

    /// @dev A key is free for nobody's member, and for the one that left with it as its present key. Ids are chosen and longer than
    ///      accounts: one that ends like another member's account or key would vote with that member's weight.
    function _requireFree(bytes32 id, address key) private view {
        bytes32 owner = memberOfKey[key];
        require(owner == bytes32(0) || (owner == id && _members[id].key == key), KeyTaken(key));
        require(_isNobodyElses(id, memberOfAccount[key]), KeyTaken(key));
        address account = accountOf(id);
        require(_isNobodyElses(id, memberOfAccount[account]) && _isNobodyElses(id, memberOfKey[account]), BadEntry(id));
    }

    function _isNobodyElses(bytes32 id, bytes32 holder) private pure returns (bool) {
        return holder == bytes32(0) || holder == id;
    }

    function _requireSound(MemberMessages.Entry calldata entry) private pure {
        require(
            entry.id != bytes32(0) && entry.kinds > 0 && entry.kinds < 1 << KINDS && entry.key != address(0)
                && bytes(entry.did).length <= 256 && (entry.nodeKey.length == 0 || entry.nodeKey.length == 64),
            BadEntry(entry.id)
        );
    }

    function _requireSignature(address key, bytes32 message, bytes calldata signature) private view {
        require(
            SignatureChecker.isValidSignatureNowCalldata(key, _hashTypedDataV4(message), signature),
            WrongSignature(key)
        );
    }
}
