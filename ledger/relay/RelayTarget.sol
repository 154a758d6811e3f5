// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

/// Remembers whose call it was, as contracts that follow ERC-2771 see it. For tests.
contract RelayTarget is ERC2771Context {
    address public lastSender;
    uint256 public lastNumber;

    constructor(address forwarder) ERC2771Context(forwarder) {}

    function note(uint256 number) external {
        require(number != 13, "unlucky");
        lastSender = _msgSender();
        lastNumber = number;
    }
}
