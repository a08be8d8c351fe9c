import {
  Deployment,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Printer } from './Printer';

const SYMBOLS: Record<DeploymentStep['state'], string> = {
  pending: ' ',
  running: '…',
  succeeded: '✓',
  failed: '✗',
  skipped: '-',
};

/** Tells the steps of a deployment as they change, each change once. */
export class ProgressLines {
  private readonly told = new Set<string>();
  private readonly printer: Printer;
  /** Stands before each line, where several deployments go on at once. */
  private readonly label: string;

  constructor(printer: Printer, options: { label?: string } = {}) {
    this.printer = printer;
    this.label = options.label ? `${options.label} ` : '';
  }

  show(deployment: Deployment): void {
    for (const { name, state, message } of deployment.steps) {
      if (state === 'pending') continue;
      const line = `  ${this.label}${SYMBOLS[state]} ${name.padEnd(
        6,
      )} ${message}`.trimEnd();
      if (this.told.has(line)) continue;
      this.told.add(line);
      this.printer.say(line);
    }
  }
}
