import { DiscoveryError, type OIDCDiscoveryDocument, validateDiscoveryDocument } from '@better-auth/sso';
import { XiangyuError } from '../../../errors.ts';
import { checkOutgoingUrl, getOutgoing } from '../../../host/index.ts';
import type { Words } from '../../words.ts';
import { peopleErrors } from '../errors.ts';

/** Where an identity provider does what. */
export interface ProviderEndpoints {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksEndpoint: string;
  userInfoEndpoint: string | null;
  tokenEndpointAuthentication: 'client_secret_basic' | 'client_secret_post';
}

const timeoutMs = 10_000;

async function fetchDocument(issuer: string, allowPrivate: boolean): Promise<OIDCDiscoveryDocument> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { status, body } = await getOutgoing({ url, timeoutMs, allowPrivate });
  if (status !== 200) {
    const problem = `its configuration answers with status ${status}`;
    throw peopleErrors.ssoUnreachable({ problem }, { zh: { problem: `读取配置时返回状态 ${status}` } });
  }
  try {
    return JSON.parse(body) as OIDCDiscoveryDocument;
  } catch (cause) {
    throw peopleErrors.ssoUnreachable(
      { problem: 'its configuration is no JSON' },
      { cause, zh: { problem: '配置不是 JSON' } },
    );
  }
}

function checkUrl({ en, zh }: Words, text: string, allowPrivate: boolean): string {
  try {
    const url = checkOutgoingUrl(text, allowPrivate);
    // Codes and secrets travel here (OpenID Connect Core, 3.1.2: TLS); only a provider in the own network may do without.
    if (url.protocol !== 'https:' && !allowPrivate) {
      throw peopleErrors.ssoUnfit({ problem: `${en} is not https` }, { zh: { problem: `${zh}不是 https 地址` } });
    }
    return url.href;
  } catch (error) {
    if (!(error instanceof XiangyuError) || error.code.startsWith('PEOPLE_')) throw error;
    const inZh = error.zh?.reason ?? error.reason;
    throw peopleErrors.ssoUnfit(
      { problem: `${en}: ${error.reason.replace(/\.$/, '')}` },
      { cause: error, zh: { problem: `${zh}：${inZh.replace(/[.。]$/, '')}` } },
    );
  }
}

/**
 * Reads the configuration of an identity provider (OpenID Connect Discovery 1.0) and checks every address in it.
 *
 * @throws PEOPLE_SSO_UNFIT, PEOPLE_SSO_UNREACHABLE, HOST_ADDRESS_PRIVATE, HOST_OUTGOING_FAILED
 */
export async function discover(issuer: string, allowPrivate: boolean): Promise<ProviderEndpoints> {
  checkUrl({ en: 'the issuer', zh: '登录服务地址' }, issuer, allowPrivate);
  const document = await fetchDocument(issuer, allowPrivate);
  try {
    validateDiscoveryDocument(document, issuer);
  } catch (error) {
    if (!(error instanceof DiscoveryError)) throw error;
    throw peopleErrors.ssoUnfit({ problem: error.message.replace(/\.$/, '') }, { cause: error });
  }
  const methods = document.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const method = (['client_secret_basic', 'client_secret_post'] as const).find((known) => methods.includes(known));
  if (!method)
    throw peopleErrors.ssoUnfit(
      { problem: 'it takes no client secret at its token endpoint' },
      { zh: { problem: '其令牌端点不接受客户端密钥' } },
    );
  return {
    issuer: document.issuer,
    authorizationEndpoint: checkUrl(
      { en: 'the authorization endpoint', zh: '授权端点' },
      document.authorization_endpoint,
      allowPrivate,
    ),
    tokenEndpoint: checkUrl({ en: 'the token endpoint', zh: '令牌端点' }, document.token_endpoint, allowPrivate),
    jwksEndpoint: checkUrl({ en: 'the key set', zh: '密钥集地址' }, document.jwks_uri, allowPrivate),
    userInfoEndpoint: document.userinfo_endpoint
      ? checkUrl({ en: 'the user info endpoint', zh: '用户信息端点' }, document.userinfo_endpoint, allowPrivate)
      : null,
    tokenEndpointAuthentication: method,
  };
}
