/** An 8 made of two rings that hand one dot on: what Orchestr8 does with a release. */
export const LogoMark = () => (
  <svg width="28" height="28" viewBox="0 0 32 32" fill="none" aria-hidden>
    <circle cx="16" cy="10" r="6.5" stroke="#8fd3ff" strokeWidth="3" />
    <circle cx="16" cy="22" r="7.5" stroke="#4ea1f3" strokeWidth="3" />
    <circle cx="16" cy="15.6" r="3" fill="#ffffff" />
  </svg>
);
