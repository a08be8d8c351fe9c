/** What an operator lets one module do against a rule of the policy gate, for a time. @public */
export interface PolicyException {
  /** Stable name of the rule, such as `pod-security-restricted`. */
  rule: string;
  module: string;
  /** Absent: in every environment. */
  environment?: string;
  /** Shown with every finding that it allows. */
  reason: string;
  /** ISO 8601; from then on the rule holds again. */
  expires: string;
}
