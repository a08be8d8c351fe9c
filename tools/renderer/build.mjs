/**
 * How the renderer is built, by the bootstrap and for npm alike: without C, so
 * that one binary runs on every Linux; and without paths, times or the state of
 * the checkout, so that the same sources and the same Go give the same bytes.
 */
export const BUILD_ARGUMENTS = [
  'build',
  '-trimpath',
  '-buildvcs=false',
  '-ldflags',
  '-s -w -buildid=',
];

/** Environment of the build; for this machine's own platform unless another is given. */
export function buildEnvironment(env, { goos, goarch } = {}) {
  return {
    ...env,
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-mod=readonly',
    CGO_ENABLED: '0',
    ...(goos && { GOOS: goos }),
    ...(goarch && { GOARCH: goarch }),
  };
}
