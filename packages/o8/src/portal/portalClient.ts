import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Where the portal is and who is calling. */
export interface PortalSignIn {
  /** Base URL of the portal, such as `http://localhost:7007`. */
  url: string;
  token?: string;
}

/** A client of the portal that signs its calls. Redirects are refused: the token stays with the host that it is for. */
export function portalClient(
  signIn: PortalSignIn,
  options: { fetch: typeof fetch },
): Orchestr8Client {
  const base = signIn.url.replace(/\/+$/, '');
  const signed: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (signIn.token) headers.set('Authorization', `Bearer ${signIn.token}`);
    return options.fetch(input, { ...init, headers, redirect: 'error' });
  };
  return new Orchestr8Client({
    fetch: signed,
    baseUrl: async () => `${base}/api/orchestr8`,
  });
}
