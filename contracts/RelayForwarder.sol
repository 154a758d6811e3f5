// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";

/// Passes calls on that members signed with keys of their own (ERC-2771), so that the platform pays for the gas.
contract RelayForwarder is ERC2771Forwarder {
    constructor() ERC2771Forwarder("Xiangyu relay") {}
}
