// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title What the alliance decided to publish
/// @notice Scenarios and resolutions, by the hashes of their documents. Only the governor, that is a vote of the members, writes here.
contract AllianceRecord {
    /// @notice A version of a scenario.
    /// @param digest SHA-256 of its document.
    /// @param uri Where its document is.
    /// @param publishedAt When the members' decision was carried out, in seconds.
    struct Scenario {
        bytes32 digest;
        string uri;
        uint40 publishedAt;
    }

    /// @notice The alliance published a scenario, or a new version of it.
    event ScenarioPublished(bytes32 indexed id, uint256 version, string uri, bytes32 digest);
    /// @notice The alliance resolved what the document with this hash says.
    event Resolved(bytes32 indexed digest);

    /// @notice Only the governor, that is a vote of the members, may do this.
    error NotGovernor(address sender);

    /// @notice Carries out what the members decide.
    address public immutable governor;
    /// @notice When a document was resolved, in seconds; zero when it was not.
    mapping(bytes32 digest => uint256 time) public resolvedAt;
    mapping(bytes32 id => Scenario[]) private _scenarios;

    /// @dev The creator is the governor.
    constructor() {
        governor = msg.sender;
    }

    /// @notice Publishes a scenario, or a new version of it.
    /// @param id keccak256 of its slug.
    /// @param uri Where its document is.
    /// @param digest SHA-256 of its document.
    function publishScenario(bytes32 id, string calldata uri, bytes32 digest) external {
        require(msg.sender == governor, NotGovernor(msg.sender));
        _scenarios[id].push(Scenario(digest, uri, uint40(block.timestamp)));
        emit ScenarioPublished(id, _scenarios[id].length, uri, digest);
    }

    /// @notice Notes that the alliance resolved what a document says.
    /// @param digest SHA-256 of the document.
    function resolve(bytes32 digest) external {
        require(msg.sender == governor, NotGovernor(msg.sender));
        resolvedAt[digest] = block.timestamp;
        emit Resolved(digest);
    }

    /// @notice Every version of a scenario, the first one first.
    function scenarioOf(bytes32 id) external view returns (Scenario[] memory) {
        return _scenarios[id];
    }
}
