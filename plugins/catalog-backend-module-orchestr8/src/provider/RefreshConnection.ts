import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * A provider without entities: the catalog lets only providers ask for entities
 * to be processed again.
 */
export class RefreshConnection implements EntityProvider {
  private connection?: EntityProviderConnection;

  getProviderName(): string {
    return 'orchestr8-refresh';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Has the entities that emitted one of the keys processed soon; none before the catalog runs. */
  async refresh(keys: string[]): Promise<void> {
    await this.connection?.refresh({ keys });
  }
}
