// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// Is paid by the alliance and tries to have the same payment carried out again meanwhile.
contract Reentrant {
    address private _governor;
    bytes private _execution;
    uint256 public payments;
    bytes public refusal;

    function arm(address governor, bytes calldata execution) external {
        _governor = governor;
        _execution = execution;
    }

    receive() external payable {
        ++payments;
        (bool done, bytes memory answer) = _governor.call(_execution);
        if (!done) refusal = answer;
    }
}
