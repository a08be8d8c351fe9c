import { LoggerService } from '@backstage/backend-plugin-api';
import { sharedAccount } from '@orchestr8/backstage-plugin-orchestr8-node';
import { ClusterSettings } from '../settings/ClusterSettings';

/** Milliseconds that a cluster has to say who asks. */
const TIMEOUT = 5_000;
/** Milliseconds until one that could not be asked is asked again. */
const PAUSE = 60_000;

/** Who reads and who writes the clusters: asked once for each, when first wanted. */
export class Accounts {
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly services: {
      logger: LoggerService;
      sharedAccount?: typeof sharedAccount;
      /** Milliseconds until one that could not be asked is asked again. */
      pauseMs?: number;
    },
  ) {}

  /**
   * That reading and writing are one account although they are configured
   * apart, and what to do, in a sentence; `undefined` when they are not, and
   * when it cannot be told now. Never rejects; logs what it says once.
   */
  warning(settings: ClusterSettings): Promise<string | undefined> {
    const { name, deploy } = settings;
    if (!deploy) return Promise.resolve(undefined);
    let found = this.known.get(name);
    if (!found) {
      found = this.ask(settings);
      this.known.set(name, found);
    }
    return found;
  }

  private async ask(settings: ClusterSettings): Promise<string | undefined> {
    const { name } = settings;
    const { logger, pauseMs = PAUSE } = this.services;
    const ask = this.services.sharedAccount ?? sharedAccount;
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const user = await ask(settings, { signal });
      if (user === undefined) return undefined;
      const message = `The cluster "${name}" is read and written as one user, "${user}", although the two are configured apart: whoever gets hold of the credentials for reading can deploy with them. Give orchestr8.clusters[].deploy, or what reads, an account of its own.`;
      logger.warn(message);
      return message;
    } catch (error) {
      logger.debug(`Who reads and writes "${name}" is not known: ${error}`);
      setTimeout(() => this.known.delete(name), pauseMs).unref();
      return undefined;
    }
  }
}
