/** Whether a host with a wildcard, `*.example.com`, takes the traffic of another one too. */
export function coversHost(wildcard: string, host: string): boolean {
  return (
    wildcard.startsWith('*.') &&
    host !== wildcard &&
    host.endsWith(wildcard.slice(1))
  );
}
