import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readSpecification } from './createRouter';

/** The public methods of the client and of what it extends. */
function methodsOf(prototype: object): string[] {
  return prototype === Object.prototype
    ? []
    : [
        ...Object.getOwnPropertyNames(prototype),
        ...methodsOf(Object.getPrototypeOf(prototype)),
      ].filter(name => !['constructor', 'items'].includes(name));
}

describe('openapi.yaml', () => {
  it('has an operation for each method of the client, and no other', async () => {
    const { paths } = await readSpecification();
    const operations = Object.values(
      paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(
      methodsOf(Orchestr8Client.prototype).sort(),
    );
  });
});
