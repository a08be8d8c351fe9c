/** How log lines are drawn. */
export interface LogView {
  /** Text that a line must contain. */
  filter: string;
  timestamps: boolean;
  pods: boolean;
  wrap: boolean;
}
