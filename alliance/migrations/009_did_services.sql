-- Where others reach what a member offers, as its DID document says it (Decentralized Identifiers 1.0, section 5.4).
ALTER TABLE alliance.did ADD COLUMN services text NOT NULL DEFAULT '[]';
