// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// Writes to storage, so that its users need collateral as well as gas. For tests.
contract CoreNotes {
    mapping(address => uint256) public noteOf;
    address public lastSender;

    function note(uint256 number) external {
        require(number != 13, "unlucky");
        noteOf[msg.sender] = number;
        lastSender = msg.sender;
    }
}
