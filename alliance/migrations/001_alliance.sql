create schema if not exists alliance;

-- An organisation of the alliance. `slug` is its stable name in statements of the evidence log.
create table alliance.member (
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name_zh text not null,
  name_en text not null,
  kind text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

-- The next four tables have the shape that the account library expects (its column names are quoted camel case).
create table alliance."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "role" text not null check ("role" in ('operator', 'member', 'viewer')),
  "member" text not null references alliance.member (slug)
);

create table alliance."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references alliance."user" ("id") on delete cascade
);

create table alliance."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references alliance."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);

create table alliance."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);

create index "session_userId_idx" on alliance."session" ("userId");
create index "account_userId_idx" on alliance."account" ("userId");
create index "verification_identifier_idx" on alliance."verification" ("identifier");

-- Only the SHA-256 of a key is kept; `prefix` is its readable beginning.
create table alliance.api_key (
  id text primary key,
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  member text not null references alliance.member (slug),
  scopes text[] not null,
  created_by text references alliance."user" ("id") on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_member on alliance.api_key (member, created_at desc, id desc);

-- At most one open setup token; only its SHA-256 is kept.
create table alliance.setup_token (
  singleton boolean primary key default true check (singleton),
  hash bytea not null,
  created_at timestamptz not null default now()
);
