// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

/// An owner that is a contract: it accepts a log, not before it is told to, and calls what it is asked to. For tests.
contract LogKeeper {
    bool public ready;

    function prepare() external {
        ready = true;
    }

    function acceptLog(address log) external {
        require(ready, "not founded yet");
        Ownable2Step(log).acceptOwnership();
    }

    function execute(address target, bytes calldata data) external {
        (bool ok,) = target.call(data);
        require(ok, "refused");
    }
}
