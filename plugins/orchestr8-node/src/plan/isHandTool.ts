const HAND_TOOLS =
  /^(kubectl|helm|before-first-apply|k9s|lens|node-fetch|Mozilla)/i;

/** People's tools: what they changed by hand goes back to what the release says. Controllers keep what is theirs. */
export function isHandTool(manager: string): boolean {
  return HAND_TOOLS.test(manager);
}
