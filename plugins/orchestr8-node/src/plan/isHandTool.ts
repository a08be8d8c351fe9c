/** In full: `helm` is a person, `helm-controller` is none. */
const HAND_TOOLS =
  /^(kubectl(\.exe)?(-[a-z-]+)?|oc|helm|before-first-apply|k9s|(open)?lens|node-fetch|Mozilla)$/i;

/** People's tools: what they changed by hand goes back to what the release says. Controllers keep what is theirs. */
export function isHandTool(manager: string): boolean {
  return HAND_TOOLS.test(manager);
}
