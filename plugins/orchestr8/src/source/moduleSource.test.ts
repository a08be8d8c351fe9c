import { moduleSource } from './moduleSource';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'orchestr8.io/v1',
  kind: 'Module',
  metadata: { name: 'shop', annotations },
});
const resolveUrl = (options: {
  url: string;
  base: string;
  lineNumber?: number;
}) => `${new URL(options.url, options.base).href}#L${options.lineNumber}`;
const place = { file: 'environments/dev.yaml', line: 4, column: 2 };

describe('moduleSource', () => {
  it('leads to the line of the file on the web', () => {
    const source = moduleSource(
      entity({ 'backstage.io/view-url': 'https://git.example/shop/o8.yaml' }),
      resolveUrl,
    );
    expect(source.kind === 'web' && source.linkTo(place)).toBe(
      'https://git.example/shop/environments/dev.yaml#L4',
    );
  });

  it('names the path of a file in a folder', () => {
    const source = moduleSource(
      entity({ 'backstage.io/managed-by-location': 'file:/m/shop/o8.yaml' }),
      resolveUrl,
    );
    expect(source.kind === 'folder' && source.pathOf(place)).toBe(
      '/m/shop/environments/dev.yaml:4:2',
    );
  });

  it('makes no link of what is no web address', () => {
    const source = moduleSource(
      entity({ 'backstage.io/view-url': 'data:text/html,alert(1)' }),
      resolveUrl,
    );
    expect(source.kind).toBe('unknown');
  });
});
