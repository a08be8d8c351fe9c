import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readSpecification } from './createRouter';

describe('openapi.yaml', () => {
  it('has an operation for each method of the client, and no other', async () => {
    const { paths } = await readSpecification();
    const operations = Object.values(
      paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const methods = Object.getOwnPropertyNames(Orchestr8Client.prototype);
    expect(operations.sort()).toEqual(
      methods.filter(name => !['constructor', 'items'].includes(name)).sort(),
    );
  });
});
