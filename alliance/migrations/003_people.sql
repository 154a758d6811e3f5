-- How a session was opened, and whether a second factor took part. `lastSeenAt` is the platform's own: the account
-- library prolongs a session once a day only.
alter table alliance."session"
  add column "method" text not null default 'password'
    check ("method" in ('password', 'passkey', 'wallet', 'sso', 'invitation')),
  add column "secondFactor" boolean not null default false,
  add column "lastSeenAt" timestamptz not null default current_timestamp;

alter table alliance."user"
  add column "twoFactorEnabled" boolean not null default false;

-- Whether people of an organisation need a second factor for everything but their own account.
alter table alliance.member
  add column second_factor_required boolean not null default false;

-- The next three tables have the shape that the account library's plugins expect. Secrets and recovery codes are
-- encrypted by the library, `oidcConfig` by the platform: it holds the client secret.
create table alliance."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null unique references alliance."user" ("id") on delete cascade,
  "verified" boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);

create table alliance."passkey" (
  "id" text primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references alliance."user" ("id") on delete cascade,
  "credentialID" text not null unique,
  "counter" bigint not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on alliance."passkey" ("userId");

create table alliance."ssoProvider" (
  "id" text primary key,
  "issuer" text not null,
  "oidcConfig" text,
  "samlConfig" text check ("samlConfig" is null),
  "userId" text references alliance."user" ("id") on delete set null,
  "providerId" text not null unique,
  "organizationId" text,
  "domain" text not null
);
-- One identity provider an organisation.
create table alliance.single_sign_on (
  member text primary key references alliance.member (slug),
  provider_id text not null unique references alliance."ssoProvider" ("providerId") on delete cascade,
  client_id text not null,
  updated_at timestamptz not null default now()
);
-- A domain counts only once an administrator of the platform has confirmed that it is the organisation's.
create table alliance.single_sign_on_domain (
  member text not null references alliance.single_sign_on (member) on delete cascade,
  domain text not null,
  confirmed_at timestamptz,
  primary key (member, domain)
);
create unique index single_sign_on_domain_confirmed on alliance.single_sign_on_domain (domain)
  where confirmed_at is not null;
-- A signed-in person asked to link the identity provider; the next sign-in with the same address is its own.
create table alliance.single_sign_on_link (
  user_id text primary key references alliance."user" ("id") on delete cascade,
  provider_id text not null references alliance."ssoProvider" ("providerId") on delete cascade,
  expires_at timestamptz not null
);

alter table alliance."account" add constraint account_key unique ("providerId", "accountId");

-- Only the SHA-256 of a token is kept.
create table alliance.invitation (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  hash bytea not null unique,
  email text not null,
  roles text[] not null,
  -- The organisation that the person joins. It does not exist yet when `founds` says what to make.
  member text not null,
  founds jsonb,
  invited_by text references alliance."user" ("id") on delete set null,
  inviting_member text not null references alliance.member (slug),
  language text not null,
  mailed boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_inviting on alliance.invitation (inviting_member, sequence desc);
create index invitation_email on alliance.invitation (email);

create table alliance.recovery (
  hash bytea primary key,
  user_id text not null references alliance."user" ("id") on delete cascade,
  language text not null,
  expires_at timestamptz not null
);
create index recovery_user on alliance.recovery (user_id);

-- Attempts to guess a secret; `key` is a hash of what was attacked or of who attacked.
create table alliance.attempt (
  key bytea primary key,
  failures integer not null,
  blocked_until timestamptz not null,
  updated_at timestamptz not null
);
create index attempt_updated on alliance.attempt (updated_at);

-- A code of an authenticator app is good for one use (RFC 6238, 5.2).
create table alliance.used_code (
  user_id text not null references alliance."user" ("id") on delete cascade,
  hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (user_id, hash)
);

-- Sign-in with Ethereum (EIP-4361): the account of a person on the eSpace, and the nonces of texts to sign.
create table alliance.wallet (
  address text primary key check (address ~ '^0x[0-9a-f]{40}$'),
  user_id text not null references alliance."user" ("id") on delete cascade,
  created_at timestamptz not null default now()
);
create index wallet_user on alliance.wallet (user_id);
create table alliance.wallet_nonce (
  nonce text primary key,
  address text not null,
  user_id text references alliance."user" ("id") on delete cascade,
  domain text not null,
  expires_at timestamptz not null
);

-- Mail that is to be sent. `sealed` holds the text with its links, encrypted; it is emptied once it was sent.
create table alliance.mail (
  id uuid primary key,
  template text not null,
  sealed bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
